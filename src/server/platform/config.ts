import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { identityKeys } from './identity-keys.ts';
import { flag, oneOf, optional, origin, origins, type Setting, setting, wholeNumber } from './setting.ts';
import { StartupError } from './startup-error.ts';

/** Variables by name, as an environment has them. */
export type Environment = Record<string, string | undefined>;

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/./, 'must look like postgres://user:password@host:5432/database');

const folder = z.string().transform((text) => resolve(text));

const address = z
  .string()
  .refine(
    (text) => isIP(text) !== 0 || text === 'localhost',
    'must be an IP address such as 127.0.0.1 or 0.0.0.0',
  );

const timeZone = z.string().refine((text) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) !== null;
  } catch {
    return false;
  }
}, 'must be a time zone such as Asia/Shanghai');

const isNetwork = (text: string): boolean => {
  const [ip = '', bits] = text.split('/');
  return isIP(ip) !== 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
};

/** false, or the proxies whose X-Forwarded-For is believed. `true` alone would let any client choose its address. */
const proxies = z
  .string()
  .refine(
    (text) =>
      text === 'false' ||
      text.split(',').every((part) => part.trim() === 'loopback' || isNetwork(part.trim())),
    'must be false, loopback, or addresses and networks such as 10.0.0.0/8 separated by commas',
  )
  .transform((text) => (text === 'false' ? false : text.split(',').map((part) => part.trim())));

const endpoint = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'must be a web address such as https://models.example.com/v1/embeddings',
  );

const settings = {
  host: setting(
    'HOST',
    '127.0.0.1',
    'Address to listen on. The default keeps plain HTTP on this machine, for a TLS proxy in front; `0.0.0.0` opens it to the network or a container.',
    address,
  ),
  port: setting('PORT', '8080', 'Port to listen on; `0` takes any free one.', wholeNumber(0, 65_535)),
  publicUrl: optional(
    'PUBLIC_URL',
    'Address people reach the centre at, used in links and cookies (`https:` makes cookies secure-only). Unset: `http://localhost:` and the port.',
    origin,
  ),
  allowedOrigins: setting(
    'ALLOWED_ORIGINS',
    '',
    'Further addresses of the centre, separated by commas; requests and sockets of pages from any other site are refused.',
    origins,
  ),
  trustProxy: setting(
    'TRUST_PROXY',
    'false',
    'Proxies whose `X-Forwarded-*` headers are believed: `loopback`, or addresses and networks separated by commas.',
    proxies,
  ),
  databaseUrl: optional(
    'DATABASE_URL',
    'PostgreSQL 15 or newer to use. Unset: an own PostgreSQL 18 is started, with its data in `DATA_DIR`.',
    databaseUrl,
  ),
  databaseConnections: setting(
    'DATABASE_CONNECTIONS',
    '20',
    'Most connections to the database.',
    wholeNumber(4, 500),
  ),
  dataDir: setting(
    'DATA_DIR',
    './data',
    'Folder of everything kept on this machine: database, attachments, the key that transcripts are signed with. A demonstration keeps to `./data/demo`.',
    folder,
  ),
  uploadMaxBytes: setting(
    'UPLOAD_MAX_BYTES',
    '20971520',
    'Largest attachment, in bytes.',
    wholeNumber(1024, 1_073_741_824),
  ),
  socketMessagesPerSecond: setting(
    'SOCKET_MESSAGES_PER_SECOND',
    '20',
    'Frames one socket may send per second; five seconds of them may come at once, more are refused.',
    wholeNumber(1, 100_000),
  ),
  socketFrameMaxBytes: setting(
    'SOCKET_FRAME_MAX_BYTES',
    '65536',
    'Largest frame accepted on a socket, in bytes.',
    wholeNumber(1024, 16_777_216),
  ),
  requestsPerSecond: setting(
    'REQUESTS_PER_SECOND',
    '100',
    'Requests one address may send per second to one server, whatever it asks for; ten seconds of them may come at once, more are refused with 429. Raise it where a whole office comes from one address.',
    wholeNumber(1, 100_000),
  ),
  heartbeatSeconds: setting(
    'HEARTBEAT_SECONDS',
    '25',
    'Seconds between heartbeats on a socket; one that did not answer the last is cut off.',
    wholeNumber(1, 300),
  ),
  drainSeconds: setting(
    'DRAIN_SECONDS',
    '8',
    'Longest wait, in seconds, for running commands when the server is told to stop.',
    wholeNumber(0, 300),
  ),
  defaultLocale: setting(
    'DEFAULT_LOCALE',
    'zh-CN',
    'Language shown when the visitor asks for none of ours: `zh-CN` or `en`.',
    oneOf(['zh-CN', 'en']),
  ),
  timeZone: setting(
    'TIME_ZONE',
    'Asia/Shanghai',
    'Time zone of opening hours, reports and transcripts.',
    timeZone,
  ),
  staffIdleMinutes: setting(
    'STAFF_IDLE_MINUTES',
    '15',
    'Minutes after which staff who touched nothing at their desk are signed out.',
    wholeNumber(1, 1_440),
  ),
  staffSessionHours: setting(
    'STAFF_SESSION_HOURS',
    '12',
    'Hours after which staff sign in again, however busy they are.',
    wholeNumber(1, 720),
  ),
  identityKeys: setting(
    'IDENTITY_KEYS',
    '',
    'Keys with which your site signs who is signed in there: `HS256:name:secret` (32 bytes or more) or `EdDSA:name:public key`, both base64url, separated by commas; several while you rotate them. Unset: customers say themselves who they are.',
    identityKeys,
  ),
  verifyLogHours: setting(
    'VERIFY_LOG_HOURS',
    '24',
    'Hours between two walks over the hash chains of all conversations; what was altered is shown to supervisors. `0`: never.',
    wholeNumber(0, 8_760),
  ),
  embeddingsUrl: optional(
    'EMBEDDINGS_URL',
    'OpenAI-compatible embeddings endpoint, such as `https://models.example.com/v1/embeddings`: a second opinion on which article answers, given questions without secrets and the articles. Unset: the own ranking alone.',
    endpoint,
  ),
  embeddingsKey: optional('EMBEDDINGS_KEY', 'Key that is sent to the embeddings endpoint.', z.string()),
  embeddingsModel: setting(
    'EMBEDDINGS_MODEL',
    'text-embedding-3-small',
    'Model that the embeddings endpoint is asked for.',
    z.string(),
  ),
  demo: setting(
    'DEMO',
    'false',
    '`true` fills an empty database with made-up staff, customers and conversations; `npm run demo` sets it.',
    flag,
  ),
  mode: setting(
    'NODE_ENV',
    'production',
    '`development` shows one-time codes on the console while mail is not configured.',
    oneOf(['production', 'development', 'test']),
  ),
  logLevel: setting(
    'LOG_LEVEL',
    'info',
    'Least serious line that is logged: `debug`, `info`, `warn`, `error` or `silent`.',
    oneOf(['debug', 'info', 'warn', 'error', 'silent']),
  ),
} as const satisfies Record<string, Setting<unknown>>;

/** Everything the environment decides, parsed once; paths are absolute. */
export type Config = {
  readonly [K in keyof typeof settings]: (typeof settings)[K] extends Setting<infer T> ? T : never;
};

/** The variables as the documentation lists them; `default` is empty where unset means something of its own. */
export const documentedSettings: { name: string; default: string; meaning: string }[] = Object.values(
  settings,
).map(({ name, fallback, meaning }: Setting<unknown>) => ({ name, default: fallback ?? '', meaning }));

/** The process environment over the `.env` file of the folder the server was started in. */
export function readEnvironment(envFile = '.env'): Environment {
  const fromFile = existsSync(envFile) ? parseEnv(readFileSync(envFile, 'utf8')) : {};
  return { ...fromFile, ...process.env };
}

/**
 * Parses the environment. An empty variable counts as unset.
 * @throws StartupError with one line for each variable that is wrong
 */
export function loadConfig(environment: Environment = readEnvironment()): Config {
  const problems: string[] = [];
  // A demonstration must never be mixed with what is real.
  const isDemo = /^(true|1)$/.test(environment.DEMO?.trim() ?? '');
  const fallbacks: Environment = isDemo ? { DATA_DIR: './data/demo' } : {};
  const parse = ([key, { name, fallback, schema }]: [string, Setting<unknown>]): [string, unknown] => {
    const text = environment[name]?.trim() || (fallbacks[name] ?? fallback);
    if (text === null) return [key, undefined];
    const parsed = schema.safeParse(text);
    if (!parsed.success) problems.push(`${name}: ${parsed.error.issues[0]?.message ?? 'is not valid'}`);
    return [key, parsed.data];
  };
  const config = Object.fromEntries(Object.entries(settings).map(parse));
  if (problems.length > 0) throw new StartupError(problems.join('\n'));
  return config as Config;
}
