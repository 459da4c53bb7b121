import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rankerOf } from '../../src/server/help/ranking/rank.ts';
import { train } from '../../src/server/help/ranking/train.ts';
import { readFaq, readQueries } from './search-files.ts';

const folder = join(import.meta.dirname, '../../../shared/eval/search');
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

/** The article that answers each question of a file, where one does. */
const answersIn = (file: string): Map<string, string | null> =>
  new Map(
    read(file)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { id: string; a: string | null })
      .map(({ id, a }) => [id, a]),
  );

interface Material {
  faq: string;
  similar: number;
  queries: string;
}

/** Ranks every question of a file, with the article that it should find. */
function ranked({ faq, similar, queries }: Material, extra: string[] = []) {
  const rank = rankerOf(train(readFaq(join(folder, faq), similar)));
  return [queries, ...extra].flatMap((file) => {
    const answers = answersIn(file);
    return readQueries(join(folder, file)).map(({ id, q }) => ({
      wanted: answers.get(id) ?? null,
      ...rank(q, 1),
    }));
  });
}

const share = <T>(all: readonly T[], holds: (one: T) => boolean): number =>
  all.filter(holds).length / all.length;
const isFirst = ({ wanted, hits }: ReturnType<typeof ranked>[number]): boolean => hits[0]?.id === wanted;

/** What was reached, a little below it: a change that costs a point is seen. */
describe.skipIf(!existsSync(folder))('real questions (skipped where the material is not there)', () => {
  test('English, all similar questions: hits, false answers and urgency', { timeout: 90_000 }, () => {
    const material = { faq: 'banking77.faq.seed1.jsonl', similar: Number.POSITIVE_INFINITY };
    const all = ranked({ ...material, queries: 'banking77.queries.dev.jsonl' }, ['banking77.oos.dev.jsonl']);
    const asked = all.filter(({ wanted }) => wanted !== null);
    expect(share(asked, isFirst)).toBeGreaterThan(0.925);

    const accepted =
      asked.map(({ confidence }) => confidence).sort((a, b) => a - b)[Math.floor(asked.length / 20)] ?? 1;
    const strange = all.filter(({ wanted }) => wanted === null);
    expect(share(strange, ({ confidence }) => confidence >= accepted)).toBeLessThan(0.04);

    const levels = JSON.parse(read('banking77.triage.json')) as Record<string, string[]>;
    const urgent = new Set(Object.values(levels).flat());
    const isUrgent = ({ wanted }: (typeof asked)[number]): boolean => urgent.has(wanted ?? '');
    const isNamed = ({ urgency }: (typeof asked)[number]): boolean => urgency !== 'normal';
    expect(share(asked.filter(isUrgent), isNamed)).toBeGreaterThanOrEqual(0.96);
    expect(share(asked.filter(isNamed), isUrgent)).toBeGreaterThanOrEqual(0.92);
  });

  test.each([
    ['zh_bq', 0, 0.75],
    ['zh_bq', 5, 0.87],
    ['banking77', 0, 0.61],
  ])('%s with %i similar questions', { timeout: 60_000 }, (name, similar, least) => {
    const faq = name === 'zh_bq' ? 'zh_bq.faq.dev.jsonl' : 'banking77.faq.seed1.jsonl';
    expect(share(ranked({ faq, similar, queries: `${name}.queries.dev.jsonl` }), isFirst)).toBeGreaterThan(
      least,
    );
  });
});
