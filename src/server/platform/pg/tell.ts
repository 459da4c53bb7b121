import type { Logger } from 'pino';
import type { TellLine } from './postmaster.ts';

/** Connections ended by a stop or a restart: said for each of them, and no news. */
const noNews =
  /terminating (connection|background worker)|the database system is (starting up|shutting down)/;

/** Passes PostgreSQL's own log on: what keeps it from working as an error, the rest for who looks closely. */
export const tellLogger =
  (logger: Logger): TellLine =>
  (line) => {
    const isSerious = /^(FATAL|PANIC)/.test(line) && !noNews.test(line);
    logger[isSerious ? 'error' : 'debug']({ from: 'postgresql' }, line);
  };
