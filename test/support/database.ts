import { randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import { openDatabase } from '../../src/server/platform/pg/open.ts';
import { databaseAddress, templateName } from './postgres.ts';

/** A database of its own for a test file: migrated, empty, gone after `drop`. */
export interface TestDatabase {
  /** For whoever connects for themselves, such as a server in another process (`DATABASE_URL`). */
  readonly url: string;
  readonly sql: Sql;
  drop(): Promise<void>;
}

const serverUrl = (): string => {
  const url = process.env.TEST_DATABASE_SERVER;
  if (url === undefined)
    throw new Error('No test database runs: tests are started with vitest, which starts one.');
  return url;
};

async function onServer(command: string): Promise<void> {
  const server = openDatabase(serverUrl(), { max: 1 });
  try {
    await server.unsafe(command);
  } finally {
    await server.end();
  }
}

/** Clones a database from `template`: the migrated one, or `template0` for one without any table. */
export async function createTestDatabase(template = templateName): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${template}`);
  const url = databaseAddress(serverUrl(), name);
  const sql = openDatabase(url, { max: 10 });
  return {
    url,
    sql,
    async drop() {
      await sql.end({ timeout: 1 });
      await onServer(`drop database ${name} with (force)`);
    },
  };
}
