import { chinese } from './lexicon/chinese.ts';
import { english, relations } from './lexicon/english.ts';
import { readPhrases } from './phrases.ts';

const book = readPhrases(english, chinese);

/** What each meaning makes likely, and how likely. */
const related: [other: number, weight: number][][] = book.names.map(() => []);
for (const [, from, to, weight] of relations.matchAll(/^(\w+) > (\w+) ([\d.]+)$/gm)) {
  related[book.names.indexOf(from as string)]?.push([book.names.indexOf(to as string), Number(weight)]);
}

/** The meanings that a text says, by number. */
export const meaningsOf = book.find;

/** What is said weighs 1, what it makes likely less. */
export function withLikely(said: ReadonlySet<number>): Map<number, number> {
  const all = new Map<number, number>();
  for (const meaning of said) {
    for (const [other, weight] of related[meaning] ?? []) {
      all.set(other, Math.max(weight, all.get(other) ?? 0));
    }
  }
  for (const meaning of said) all.set(meaning, 1);
  return all;
}

/** The number of a meaning by its name. */
export const meaningNumber = (name: string): number => book.names.indexOf(name);
