import type { Sql } from 'postgres';
import { StartupError } from '../startup-error.ts';
import { addressWithoutSecrets } from './address.ts';
import { openDatabase } from './open.ts';

const oldestVersion = 15;

const causes: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOENT: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be looked up',
  ETIMEDOUT: 'it does not answer',
  CONNECT_TIMEOUT: 'it does not answer',
  CONNECTION_CLOSED: 'it closes the connection',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that host',
  '28P01': 'it refuses this user and password',
  '28000': 'it refuses this user',
  '3D000': 'it has no database of that name',
  '53300': 'it has no connection left',
};

const causeOf = (error: unknown): string => {
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  return causes[code] ?? message;
};

interface About {
  readonly version: string;
  readonly number: number;
  readonly encoding: string;
}

/** Asks over a connection of its own, in the simplest way there is: servers of any age answer that. */
async function ask(url: string): Promise<About> {
  const sql = openDatabase(url, { max: 1, fetch_types: false, connect_timeout: 5 });
  try {
    const [row] = await sql.unsafe(
      `select current_setting('server_version') as version, current_setting('server_version_num') as number,
       current_setting('server_encoding') as encoding`,
    );
    return { version: row?.version, number: Number(row?.number), encoding: row?.encoding };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/**
 * Connects to the database the server keeps everything in.
 * @throws StartupError when it cannot be reached, is older than PostgreSQL 15, or does not store UTF-8
 */
export async function connect({ url, connections }: { url: string; connections: number }): Promise<Sql> {
  const where = addressWithoutSecrets(url);
  const about = await ask(url).catch((error: unknown) => {
    throw new StartupError(`The database at ${where} cannot be used: ${causeOf(error)}. Check DATABASE_URL.`);
  });
  if (about.number < oldestVersion * 10_000) {
    throw new StartupError(
      `The database at ${where} is PostgreSQL ${about.version}; at least PostgreSQL ${oldestVersion} is needed.`,
    );
  }
  if (about.encoding !== 'UTF8') {
    throw new StartupError(
      `The database at ${where} stores ${about.encoding}; it must be created with UTF8.`,
    );
  }
  return openDatabase(url, { max: connections });
}
