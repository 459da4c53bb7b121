import { wordFeature } from './features.ts';
import type { Model } from './model.ts';
import { numberOf } from './vectors.ts';

interface Seen {
  /** The best score. */
  readonly best: number;
  /** How near the nearest questions are. */
  readonly near: number;
}

/** How much speaks for the first hit: how well it scores, how near its questions are, and how much of the question is known at all. */
export function evidenceOf(model: Model, tokens: readonly string[], { best, near }: Seen): number {
  let [known, all, rare] = [0, 0, 0];
  for (const token of tokens) {
    const number = numberOf(model.vocabulary, wordFeature(token));
    const idf = number < 0 ? model.vocabulary.unseenIdf : (model.vocabulary.idf[number] as number);
    all += idf;
    if (number >= 0) known += idf;
    else rare++;
  }
  const coverage = all === 0 ? 0 : known / all;
  return Math.min(best, 3) + 4 * near + 2 * coverage - 0.1 * rare;
}
