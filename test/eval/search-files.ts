import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Pair } from '../../src/server/help/ranking/learn-sense.ts';
import type { Rankable } from '../../src/server/help/ranking/model.ts';

const Line = z.object({ id: z.string(), title: z.string(), similar: z.array(z.string()) });
const Query = z.object({ id: z.string(), q: z.string() });

const Judged = z.object({ a: z.string(), b: z.string(), y: z.union([z.literal(0), z.literal(1)]) });
const Intended = z.object({ q: z.string(), intent: z.string() });

const readLines = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);

/** Articles of a FAQ file, each with its first `similar` questions. */
export const readFaq = (path: string, similar: number): Rankable[] =>
  readLines(path).map((line) => {
    const article = Line.parse(line);
    return { ...article, similar: article.similar.slice(0, similar), keywords: [], answer: '', body: '' };
  });

/** Questions of one intent as pairs: each with the next. */
function pairUp(questions: readonly z.infer<typeof Intended>[]): Pair[] {
  const byIntent = [...Map.groupBy(questions, ({ intent }) => intent).values()];
  return byIntent.flatMap((list) =>
    list.slice(1).map(({ q }, i) => ({ a: list[i]?.q ?? '', b: q, same: true })),
  );
}

/** Questions of which it is known whether they ask the same. */
export function readPairs(path: string): Pair[] {
  const read = z.array(z.union([Judged, Intended])).parse(readLines(path));
  const judged = read.filter((line) => 'a' in line).map(({ a, b, y }) => ({ a, b, same: y === 1 }));
  return [...judged, ...pairUp(read.filter((line) => 'q' in line))];
}

/** Questions that customers asked. */
export const readQueries = (path: string): z.infer<typeof Query>[] =>
  readLines(path).map((line) => Query.parse(line));
