import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { mask } from '../../guard/mask.ts';
import type { Config } from './config.ts';

const secretNames = ['password', 'token', 'secret', 'ticket', 'cookie', 'authorization'];

/** Where secrets could ride along in a logged object, down to three levels; their values never reach a log line. */
const secretPaths = [
  '*.headers["set-cookie"]',
  ...secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
];

/** What only a token is long enough for; an id has 36 characters. */
const tokenLike = /[\w-]{40,}/g;

/** A path in which somebody may have typed a card number, escaped or not; one that cannot be judged is not told. */
function guardedPath(url: string): string {
  try {
    const path = url.replace(/[?#].*$/s, '').replace(tokenLike, '[hidden]');
    const { text, removed } = mask(decodeURIComponent(path), 'en');
    return removed.length === 0 ? path : text;
  } catch {
    return '[hidden]';
  }
}

/** A request as it is logged: queries and paths may carry one-time secrets, bodies what customers wrote. */
const loggedRequest = (request: { method?: string; url?: string; ip?: string }) => ({
  method: request.method,
  path: request.url === undefined ? undefined : guardedPath(request.url),
  ip: request.ip,
});

/** One JSON line per entry on standard output (or `to`), without secrets. */
export function createLogger(config: Pick<Config, 'logLevel'>, to?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level: config.logLevel,
    base: undefined,
    serializers: { req: loggedRequest },
    redact: { paths: secretPaths, censor: '[hidden]' },
  };
  return to === undefined ? pino(options) : pino(options, to);
}
