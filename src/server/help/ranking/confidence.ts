import { wordFeature } from './features.ts';
import { numberOf, type Vocabulary } from './vectors.ts';

interface Seen {
  /** The best score. */
  readonly best: number;
  /** How near the nearest questions are. */
  readonly near: number;
}

/** How telling a word is, and whether any of the vocabularies knows it. */
function telling(vocabularies: readonly Vocabulary[], token: string): { idf: number; known: boolean } {
  const feature = wordFeature(token);
  for (const vocabulary of vocabularies) {
    const number = numberOf(vocabulary, feature);
    if (number >= 0) return { idf: vocabulary.idf[number] as number, known: true };
  }
  return { idf: vocabularies[0]?.unseenIdf ?? 0, known: false };
}

/** How much speaks for the first hit: how well it scores, how near its questions are, and how much of the question is known at all. */
export function evidenceOf(
  vocabularies: readonly Vocabulary[],
  tokens: readonly string[],
  { best, near }: Seen,
): number {
  let [sum, all, rare] = [0, 0, 0];
  for (const token of tokens) {
    const { idf, known } = telling(vocabularies, token);
    all += idf;
    if (known) sum += idf;
    else rare++;
  }
  const coverage = all === 0 ? 0 : sum / all;
  return Math.min(best, 3) + 4 * near + 2 * coverage - 0.1 * rare;
}
