import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/server/platform/pg/open.ts';
import type { Notice } from '../../src/server/realtime/bus.ts';
import { PostgresBus } from '../../src/server/realtime/bus-postgres.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('while the database stands still notices do not gather without end, and afterwards they travel again', async () => {
  const sql = openDatabase(database.url, { max: 1 });
  const [speaking, hearing] = [new PostgresBus(sql), new PostgresBus(database.sql)];
  await hearing.start();
  const heard: Notice[] = [];
  hearing.hear((notice) => heard.push(notice));
  const c = randomUUID();
  const say = (read: number) => speaking.publish({ kind: 'seen', c, who: 'customer', delivered: read, read });
  // Whoever waits for the only connection waits as for a database that does not answer.
  const taken = await sql.reserve();
  for (let i = 1; i <= 10_000; i += 1) say(i);
  taken.release();
  await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0));
  await speaking.close();
  say(0);
  await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ read: 0 }));
  expect(heard.length).toBeLessThan(3_000);
  await Promise.all([speaking.close(), hearing.close()]);
  await sql.end();
});
