import { commonFeatures } from './common.ts';
import type { Features } from './features.ts';

/** A sparse vector: `at[i]` is a feature's number, `value[i]` its weight. */
export interface Vector {
  readonly at: Int32Array;
  readonly value: Float32Array;
}

/** How much each family counts beside the others: words, pieces, meanings. */
const familyWeights = [1, 0.7, 1] as const;

/** Above so many questions what occurs once is left out. */
const MANY = 20_000;
/** What stands in every text still says a little. */
const LEAST_IDF = 0.05;

/** The features of a collection: their hashes in rising order, and how telling each is. */
export interface Vocabulary {
  readonly hashes: Uint32Array;
  readonly idf: Float32Array;
  /** How many questions were counted. */
  readonly questions: number;
  /** How telling a feature is that occurs nowhere in the collection. */
  readonly unseenIdf: number;
}

/** What is known of language in general counts like so many texts of the collection. */
const GENERAL = 20;

const rarity = (count: number, found: number, common: number): number =>
  Math.log((count + GENERAL + 1) / (found + GENERAL * common + 0.5));

function count(found: Map<number, number>, texts: readonly Features[]): void {
  for (const text of texts) {
    for (const family of text) {
      for (const feature of family.keys()) found.set(feature, (found.get(feature) ?? 0) + 1);
    }
  }
}

/**
 * Counts features over questions and over what is written around them. Where there are very many questions, features that occur once
 * are left out, unless a title has them. How many texts there are is told by the questions alone, so that an edit of an answer changes
 * the weight of no word but its own.
 * @param fewest texts that a feature must be in
 */
export function learnVocabulary(
  { questions, asides, titles }: Record<'questions' | 'asides' | 'titles', readonly Features[]>,
  fewest = 1,
): Vocabulary {
  const found = new Map<number, number>();
  count(found, questions);
  count(found, asides);
  const least = Math.max(fewest, questions.length > MANY ? 2 : 1);
  const kept = new Set<number>();
  for (const [feature, times] of found) if (times >= least) kept.add(feature);
  for (const title of titles)
    for (const family of title) for (const feature of family.keys()) kept.add(feature);
  const hashes = Uint32Array.from(kept).sort();
  const idf = Float32Array.from(hashes, (feature) =>
    Math.max(LEAST_IDF, rarity(questions.length, found.get(feature) ?? 0, commonFeatures.get(feature) ?? 0)),
  );
  return { hashes, idf, questions: questions.length, unseenIdf: rarity(questions.length, 0, 0) };
}

/** The features of some texts, as telling as another vocabulary says; what it does not know, as if they had been there before. */
export function borrowVocabulary(from: Vocabulary, texts: readonly Features[]): Vocabulary {
  const found = new Map<number, number>();
  count(found, texts);
  const hashes = Uint32Array.from(found.keys()).sort();
  const idf = Float32Array.from(hashes, (feature) => {
    const number = numberOf(from, feature);
    if (number >= 0) return from.idf[number] as number;
    const common = commonFeatures.get(feature) ?? 0;
    return Math.max(LEAST_IDF, rarity(from.questions, found.get(feature) ?? 0, common));
  });
  return { ...from, hashes, idf };
}

/** The number of a feature, or -1 for one that the collection does not have. */
export function numberOf({ hashes }: Vocabulary, feature: number): number {
  let [low, high] = [0, hashes.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = hashes[middle] as number;
    if (found === feature) return middle;
    if (found < feature) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** A text as a vector: what is frequent in it and rare elsewhere weighs most; what is unknown makes the rest weigh less. */
export function vectorOf(vocabulary: Vocabulary, features: Features): Vector {
  const at: number[] = [];
  const value: number[] = [];
  features.forEach((family, f) => {
    const first = at.length;
    let square = 0;
    for (const [feature, count] of family) {
      const number = numberOf(vocabulary, feature);
      const idf = number < 0 ? vocabulary.unseenIdf : (vocabulary.idf[number] as number);
      const weight = (count > 1 ? 1 + Math.log(count) : count) * idf;
      square += weight * weight;
      if (number < 0) continue;
      at.push(number);
      value.push(weight);
    }
    const scale = square === 0 ? 0 : (familyWeights[f] as number) / Math.sqrt(square);
    for (let i = first; i < value.length; i++) value[i] = (value[i] as number) * scale;
  });
  return { at: Int32Array.from(at), value: Float32Array.from(value) };
}

/** The product of a sparse vector with a full one. */
export function dot(vector: Vector, full: Float32Array | Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.at.length; i++)
    sum += (vector.value[i] as number) * (full[vector.at[i] as number] as number);
  return sum;
}

/** Adds `scale` times a sparse vector to a full one. */
export function addTo(full: Float32Array | Float64Array, vector: Vector, scale: number): void {
  for (let i = 0; i < vector.at.length; i++) {
    const number = vector.at[i] as number;
    full[number] = (full[number] as number) + scale * (vector.value[i] as number);
  }
}
