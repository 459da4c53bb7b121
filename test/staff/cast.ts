import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../src/contract/roles.ts';
import { roles } from '../../src/contract/roles.ts';
import { addStaff } from '../../src/server/agents/add-staff.ts';
import { buildApp, type Centre } from '../../src/server/app.ts';
import { endLanes, openLanes } from '../../src/server/log/lanes.ts';
import { loadConfig } from '../../src/server/platform/config.ts';
import { folderFileStore } from '../../src/server/platform/files-folder.ts';
import { createLogger } from '../../src/server/platform/logger.ts';
import type { Letter } from '../../src/server/platform/mailer.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

export const PASSWORD = 'quiet river 42 lamps';

export interface Cast {
  centre: Centre;
  database: TestDatabase;
  letters: Letter[];
  /** Moves the clock. */
  later(seconds: number): void;
  close(): Promise<void>;
}

/** The whole server on a real database, with a clock that stands until it is moved and a mailer that keeps the letters. */
export async function startCast(environment: Record<string, string> = {}): Promise<Cast> {
  const database = await createTestDatabase();
  const logLanes = openLanes(database.url);
  const config = loadConfig({
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'https://help.example',
    REQUESTS_PER_SECOND: '100000',
    ...environment,
  });
  const letters: Letter[] = [];
  let now = Date.now();
  const centre = await buildApp({
    config,
    sql: database.sql,
    logLanes,
    clock: { now: () => new Date(now) },
    logger: createLogger(config),
    files: folderFileStore(join(tmpdir(), 'okpay-staff-tests')),
    mailer: { send: async (letter) => void letters.push(letter) },
  });
  await centre.app.ready();
  return {
    centre,
    database,
    letters,
    later: (seconds) => {
      now += seconds * 1000;
    },
    close: async () => {
      await centre.drain();
      await endLanes(logLanes);
      await database.drop();
    },
  };
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A browser: keeps its cookie, has an address. */
export class Browser {
  cookie = '';
  readonly address: string;
  readonly #cast: Cast;

  constructor(cast: Cast, address = '198.51.100.1') {
    this.#cast = cast;
    this.address = address;
  }

  async send(method: Method, url: string, payload?: unknown, headers: Record<string, string> = {}) {
    const response = await this.#cast.centre.app.inject({
      method,
      url,
      remoteAddress: this.address,
      headers: {
        'accept-language': 'en',
        'user-agent': 'Test Browser',
        ...(this.cookie !== '' && { cookie: this.cookie }),
        ...(payload !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload !== undefined && { payload: JSON.stringify(payload) }),
    });
    const set = response.cookies.find((cookie) => cookie.name === 'okpay_staff');
    if (set !== undefined) this.cookie = set.value === '' ? '' : `okpay_staff=${set.value}`;
    return {
      status: response.statusCode,
      body: bodyOf(response.body),
      headers: response.headers,
      cookie: set,
    };
  }

  get = (url: string, headers?: Record<string, string>) => this.send('GET', url, undefined, headers);
  post = (url: string, body?: unknown) => this.send('POST', url, body);
  put = (url: string, body?: unknown) => this.send('PUT', url, body);
  patch = (url: string, body?: unknown) => this.send('PATCH', url, body);
  delete = (url: string, body?: unknown) => this.send('DELETE', url, body);
}

// biome-ignore lint/suspicious/noExplicitAny: what a server answers is looked at, not assumed
const bodyOf = (text: string): any => {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
};

let people = 0;

/** Somebody of this role, with PASSWORD. */
export async function hire(cast: Cast, role: Role, fields: { email?: string; name?: string } = {}) {
  people += 1;
  const email = fields.email ?? `${role}${people}@okpay.example`;
  const name = fields.name ?? `Person ${people}`;
  const now = cast.centre.deps.clock.now();
  const staff = {
    email,
    name,
    displayName: `Shown ${people}`,
    role,
    locale: 'en' as const,
    password: PASSWORD,
  };
  const id = await cast.database.sql.begin((tx) => addStaff(tx, staff, now));
  return { id, email, name };
}

/** The same, signed in. */
export async function arrive(cast: Cast, role: Role, address?: string) {
  const person = await hire(cast, role);
  const browser = new Browser(cast, address);
  const answer = await browser.post('/api/desk/session', { email: person.email, password: PASSWORD });
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}`);
  return { ...person, browser };
}

export type Person = Awaited<ReturnType<typeof arrive>>;

/** One signed-in person of every role. */
export async function oneOfEach(cast: Cast): Promise<Record<Role, Person>> {
  const entries: [Role, Person][] = [];
  for (const role of roles) entries.push([role, await arrive(cast, role)]);
  return Object.fromEntries(entries) as Record<Role, Person>;
}

/** The actions in the audit, oldest first, after the newest line at the time this was called. */
export async function auditSince(
  cast: Cast,
): Promise<() => Promise<{ action: string; staff_name: string; subject_id: string; ip: string }[]>> {
  const [{ newest }] = await cast.database.sql<
    [{ newest: string }]
  >`select coalesce(max(id), 0)::text as newest from audit`;
  return async () => [
    ...(await cast.database.sql<{ action: string; staff_name: string; subject_id: string; ip: string }[]>`
      select action, staff_name, subject_id, ip from audit where id > ${newest} order by id`),
  ];
}
