import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Rankable } from '../../src/server/help/ranking/model.ts';

const Line = z.object({ id: z.string(), title: z.string(), similar: z.array(z.string()) });
const Query = z.object({ id: z.string(), q: z.string() });

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

/** Questions that customers asked. */
export const readQueries = (path: string): z.infer<typeof Query>[] =>
  readLines(path).map((line) => Query.parse(line));
