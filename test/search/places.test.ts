import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPlaces, insertWords } from '../../src/server/search/store.ts';
import { toTsquery, wantedBy, wordsOf } from '../../src/server/search/words.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

const texts = ['退款没有到账', 'the refund', '退款 refund', '余额'];
/** Places of a log of some million events: next to each other, and far apart. */
const place = fc.oneof(
  fc.integer({ min: 1, max: 6_000_000 }),
  fc.integer({ min: 2_999_990, max: 3_000_010 }),
);
const history = fc.uniqueArray(fc.tuple(place, fc.constantFrom(...texts)), {
  selector: ([pos]) => pos,
  maxLength: 60,
});

test('page by page, everything that holds the words is found once, newest first, however far back', async () => {
  const { sql } = database;
  await fc.assert(
    fc.asyncProperty(
      history,
      fc.constantFrom('退款', 'refund', 'ref', '到账', '没有'),
      fc.integer({ min: 1, max: 7 }),
      async (log, question, limit) => {
        await sql`truncate message_words`;
        const rows = log.map(([pos, text]) => ({
          pos: String(pos),
          conversationId: randomUUID(),
          seq: 1,
          words: wordsOf(text),
        }));
        if (rows.length > 0) await insertWords(sql, rows);
        const found: number[] = [];
        for (let before: number | null = null; ; ) {
          const places = await findPlaces(sql, toTsquery(wantedBy(question)), before, limit);
          const page = places.map(({ pos }) => Number(pos));
          found.push(...page);
          if (page.length < limit) break;
          before = page.at(-1) as number;
        }
        const expected = log.filter(([, text]) => text.includes(question)).map(([pos]) => pos);
        expect(found).toEqual(expected.sort((a, b) => b - a));
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
