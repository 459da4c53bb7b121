import { meaningsOf, withLikely } from './meanings.ts';
import { isHan, tokensOf } from './text.ts';

/**
 * What a text is compared by: its words, pieces of words and meanings, three families. Each is brought to a length of its own before they
 * are added up, so that none drowns another. For each family the features as 32-bit hashes with how often they occur.
 */
export type Features = readonly Map<number, number>[];

/** Whole sentences are looked at from all sides; long prose only by its words and meanings. */
export type Depth = 'question' | 'prose';

/** FNV-1a over UTF-16 code units. */
function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

const join = (a: number, b: number, seed: number): number =>
  (Math.imul(Math.imul(a ^ seed, 0x01000193) ^ b, 0x9e3779b1) ^ (b >>> 15)) >>> 0;

const [WORD, PAIR, SKIP, PIECE, MEANING, MEANING_PAIR] = [1, 2, 3, 4, 5, 6] as const;
/** A single Chinese character says less than a word; a pair with one token between says less than neighbours. */
const CHARACTER = 0.5;
const SKIPPED = 0.5;
const NEIGHBOURS = 0.8;
const MEANINGS_TOGETHER = 1.2;

/** The feature of a single word. */
export const wordFeature = (token: string): number => hash(token, WORD);

/** The feature of a meaning that a text says. */
export const meaningFeature = (meaning: number): number => join(meaning, 0, MEANING);

function add(counts: Map<number, number>, feature: number, weight: number): void {
  counts.set(feature, (counts.get(feature) ?? 0) + weight);
}

/** Runs of three to five letters of a word with its edges, which survive a typing error. */
function addPieces(counts: Map<number, number>, word: string): void {
  const edged = ` ${word} `;
  for (let length = 3; length <= 5; length++) {
    for (let at = 0; at + length <= edged.length; at++) {
      add(counts, hash(edged.slice(at, at + length), PIECE + length), 1);
    }
  }
}

function addWords(tokens: readonly string[], words: Map<number, number>, pieces: Map<number, number>): void {
  const hashes = tokens.map((token) => hash(token, WORD));
  tokens.forEach((token, i) => {
    const chinese = isHan(token);
    const [here, next, second] = [hashes[i] as number, hashes[i + 1], hashes[i + 2]];
    add(words, here, chinese ? CHARACTER : 1);
    if (!chinese) addPieces(pieces, token);
    if (next === undefined) return;
    const pair = join(here, next, PAIR);
    add(words, pair, chinese ? 1 : NEIGHBOURS);
    if (second === undefined) return;
    add(chinese ? pieces : words, join(here, second, SKIP), SKIPPED);
    if (chinese) add(pieces, join(pair, second, PAIR), 1);
  });
}

function meaningFeatures(tokens: readonly string[], paired: boolean): Map<number, number> {
  const said = meaningsOf(tokens);
  const counts = new Map<number, number>();
  for (const [meaning, weight] of withLikely(said)) add(counts, meaningFeature(meaning), weight);
  if (!paired) return counts;
  const sorted = [...said].sort((a, b) => a - b);
  sorted.forEach((one, i) => {
    for (const other of sorted.slice(i + 1)) add(counts, join(one, other, MEANING_PAIR), MEANINGS_TOGETHER);
  });
  return counts;
}

/** Everything a text is compared by. */
export function featuresOf(text: string, depth: Depth = 'question'): Features {
  const tokens = tokensOf(text);
  const [words, pieces] = [new Map<number, number>(), new Map<number, number>()];
  addWords(tokens, words, pieces);
  const meanings = meaningFeatures(tokens, depth === 'question');
  return depth === 'question' ? [words, pieces, meanings] : [words, new Map(), meanings];
}
