import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { type Column, linesOf, read } from './columns.ts';

interface Row {
  text: string | null;
  list: string[];
  count: number;
  hex: string;
}

const columns: Column<Row>[] = [
  ['text', 'text', ({ text }) => text],
  ['list', 'text[]', ({ list }) => list],
  ['count', 'integer', ({ count }) => count],
  ['hex', 'hex', ({ hex }) => hex],
];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.sql`create type test_line as (text text, list text[], count integer, hex text)`;
});
afterAll(() => database.drop());

test('whatever is in a row, PostgreSQL reads it back as it was', async () => {
  const text = fc.string({
    unit: fc.constantFrom('"', '\\', ',', '(', ')', '{', '}', "'", '\n', ' ', '中', 'NULL', 'a', '😀'),
  });
  const row = fc.record({
    text: fc.option(text),
    list: fc.array(text, { maxLength: 3 }),
    count: fc.integer({ min: -1000, max: 1000 }),
    hex: fc.uint8Array({ minLength: 1, maxLength: 8 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 5 }), async (rows) => {
      const found = await database.sql.unsafe<(Omit<Row, 'hex'> & { hex: Buffer })[]>(
        `select ${read(columns)} from unnest($1::text::test_line[])`,
        [linesOf(columns, rows)],
      );
      expect(found.map((one) => ({ ...one, hex: one.hex.toString('hex') }))).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});
