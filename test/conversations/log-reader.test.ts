import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOn } from '../../src/server/log/reader.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('a reader takes the log in its order, also where the number of a transaction gets another digit', async () => {
  const { sql } = database;
  const c = randomUUID();
  for (let seq = 1; seq <= 40; seq += 1) {
    await sql`
      insert into events (conversation_id, seq, id, type, at, actor_kind, body, digest, hash, tx)
      values (${c}, ${seq}, ${randomUUID()}, 'message.posted', now(), 'system', '{"text":""}', '', '', ${String(80 + seq)}::xid8)`;
  }
  const read: number[] = [];
  const options = {
    name: 'reader under test',
    pageSize: 5,
    handle: async (_tx: unknown, rows: { seq: number }[]) => void read.push(...rows.map(({ seq }) => seq)),
  };
  while (await readOn(sql, options));
  expect(read).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
});
