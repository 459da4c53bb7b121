import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Sql } from 'postgres';
import { migrate } from '../../src/server/platform/migrate.ts';
import { startEmbedded } from '../../src/server/platform/pg/embedded.ts';
import { openDatabase } from '../../src/server/platform/pg/open.ts';
import { databaseAddress } from '../support/postgres.ts';

export interface BenchDatabase {
  readonly url: string;
  readonly sql: Sql;
  /** Folder for the server's files. */
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** The database that comes with the server, with the server's own settings: every commit is flushed. */
async function ownDatabase(kept: string | undefined): Promise<BenchDatabase> {
  const dataDir = kept === undefined ? mkdtempSync(join(tmpdir(), 'okpay-bench-')) : resolve(kept);
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o711);
  const embedded = await startEmbedded({ dataDir });
  const sql = openDatabase(embedded.url, { max: 4 });
  await migrate(sql);
  return {
    url: embedded.url,
    sql,
    dataDir,
    async stop() {
      await sql.end({ timeout: 1 });
      await embedded.stop();
      if (kept === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A database of its own on somebody's server, dropped at the end. */
async function databaseOn(serverUrl: string): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'okpay-bench-'));
  const server = openDatabase(serverUrl, { max: 1 });
  const name = `bench_${process.pid}_${Date.now()}`;
  await server.unsafe(`create database ${name}`);
  const url = databaseAddress(serverUrl, name);
  const sql = openDatabase(url, { max: 4 });
  await migrate(sql);
  return {
    url,
    sql,
    dataDir,
    async stop() {
      await sql.end({ timeout: 1 });
      await server.unsafe(`drop database ${name} with (force)`);
      await server.end({ timeout: 1 });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * A migrated database: on the server that `serverUrl` names, else our own PostgreSQL in `kept`, or in a folder that
 * is gone afterwards.
 * @throws Error when commits would not be flushed to disk there: the figures would mean nothing
 */
export async function openBenchDatabase(
  serverUrl: string | undefined,
  kept?: string,
): Promise<BenchDatabase> {
  const database = serverUrl === undefined ? await ownDatabase(kept) : await databaseOn(serverUrl);
  const [row] = await database.sql<{ durable: boolean }[]>`
    select current_setting('fsync')::boolean and current_setting('synchronous_commit')::text <> 'off' as durable`;
  if (row?.durable === true) return database;
  await database.stop();
  throw new Error(
    'This database does not flush its commits (fsync, synchronous_commit): nothing durable to measure.',
  );
}
