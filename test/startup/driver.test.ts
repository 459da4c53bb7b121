import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/server/platform/pg/open.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startRudePostgres } from '../support/fake-postgres.ts';

let database: TestDatabase;
/** Ends the connections of the others. */
let killer: Sql;

beforeAll(async () => {
  database = await createTestDatabase();
  killer = openDatabase(database.url, { max: 1 });
});
afterAll(async () => {
  await killer.end();
  await database.drop();
});

/** Ends the connection behind `pid`, and resolves when PostgreSQL has let go of it. */
async function endBackend(pid: number): Promise<void> {
  await killer`select pg_terminate_backend(${pid})`;
  for (let left = 1; left > 0; await wait(5)) {
    const [row] = await killer`select count(*)::int as left from pg_stat_activity where pid = ${pid}`;
    left = row?.left;
  }
}

test('a connection that dies between two queries of a transaction ends that transaction and not the server', async () => {
  const transaction = database.sql.begin(async (tx) => {
    const [row] = await tx`select pg_backend_pid() as pid`;
    await endBackend(row?.pid);
    await tx`select 1`;
  });
  await expect(transaction).rejects.toThrow(/CONNECTION_CLOSED|terminating connection|ECONNRESET/);
  expect(await database.sql`select 1 as n`).toEqual([{ n: 1 }]);
});

/** A connection whose end was not heard of yet fails the one query that finds out; so many find out about all. */
const findOut = (): Promise<unknown> =>
  Promise.allSettled(Array.from({ length: 20 }, () => database.sql`select 1`));

test('connections that died with something to say are of use again at once', async () => {
  for (let round = 0; round < 5; round += 1) {
    await findOut();
    const pids = await Promise.all(
      Array.from({ length: 8 }, () => database.sql`select pg_backend_pid() as pid, pg_sleep(0.02)`),
    );
    const dying = Promise.all(pids.map(([row]) => endBackend(row?.pid).catch(() => undefined)));
    const asking = Array.from({ length: 50 }, (_, n) => database.sql.begin((tx) => tx`select ${n}::int`));
    await Promise.allSettled([dying, ...asking]);
  }
  const from = performance.now();
  await findOut();
  expect(await Promise.all(Array.from({ length: 20 }, () => database.sql`select 1 as n`))).toHaveLength(20);
  expect(performance.now() - from).toBeLessThan(5_000);
});

test('a connection that dies before its first query fails that query, and nothing besides', async () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', hear);
  const { url } = await startRudePostgres();
  const sql = openDatabase(url, { max: 1 });
  await expect(sql`select 1`).rejects.toThrow(/CONNECTION_CLOSED|ECONNRESET/);
  await wait(0);
  await sql.end({ timeout: 0 });
  process.off('unhandledRejection', hear);
  expect(unheard).toEqual([]);
});
