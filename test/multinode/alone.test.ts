import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { PostgresBus } from '../../src/server/realtime/bus-postgres.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const quickly = { hereEveryMs: 50, aloneAfterMs: 300 };
const touched: [string, number][] = [['0c0ffee0-0000-4000-8000-000000000001', 7]];

test('a node tells its commits while there is another, and spares them while there is none', async () => {
  const one = new PostgresBus(database.sql, quickly);
  await one.start();
  expect(one.inCommit(touched)).toHaveLength(1);
  await vi.waitFor(() => expect(one.inCommit(touched)).toEqual([]), 5_000);

  const other = new PostgresBus(database.sql, quickly);
  await other.start();
  expect(other.inCommit(touched)).toHaveLength(1);
  await vi.waitFor(() => expect(one.inCommit(touched)).toHaveLength(1), 5_000);

  await other.close();
  await vi.waitFor(() => expect(one.inCommit(touched)).toEqual([]), 5_000);
  await one.close();
});
