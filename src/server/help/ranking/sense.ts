import type { Features } from './features.ts';
import { type Vector, type Vocabulary, vectorOf } from './vectors.ts';

/** What words mean to people who ask, learned from pairs of questions: each feature is a place, and texts that ask the same lie together. */
export interface Sense {
  readonly vocabulary: Vocabulary;
  readonly dimensions: number;
  /** The place of feature `f` is `places[f * dimensions]` and on. */
  readonly places: Float32Array;
}

/** Puts the place of a text, as a vector of length 1, at `offset` of `into`. @returns the length it had before */
export function locate(
  { dimensions, places }: Pick<Sense, 'dimensions' | 'places'>,
  { at, value }: Vector,
  into: Float32Array,
  offset = 0,
): number {
  into.fill(0, offset, offset + dimensions);
  for (let i = 0; i < at.length; i++) {
    const [row, weight] = [(at[i] as number) * dimensions, value[i] as number];
    for (let d = 0; d < dimensions; d++)
      into[offset + d] = (into[offset + d] as number) + weight * (places[row + d] as number);
  }
  let square = 0;
  for (let d = 0; d < dimensions; d++) square += (into[offset + d] as number) ** 2;
  const length = Math.sqrt(square) || 1;
  for (let d = 0; d < dimensions; d++) into[offset + d] = (into[offset + d] as number) / length;
  return length;
}

/** The place of a text. */
export function senseOf(sense: Sense, features: Features): Float32Array {
  const place = new Float32Array(sense.dimensions);
  locate(sense, vectorOf(sense.vocabulary, features), place);
  return place;
}

/** The middle of each group of texts, one after the other. */
export function middlesOf(sense: Sense, groups: readonly (readonly Features[])[]): Float32Array {
  const { dimensions } = sense;
  const middles = new Float32Array(groups.length * dimensions);
  groups.forEach((texts, group) => {
    const middle = middles.subarray(group * dimensions, (group + 1) * dimensions);
    for (const features of texts) {
      const place = senseOf(sense, features);
      for (let d = 0; d < dimensions; d++) middle[d] = (middle[d] as number) + (place[d] as number);
    }
    const length = Math.hypot(...middle) || 1;
    for (let d = 0; d < dimensions; d++) middle[d] = (middle[d] as number) / length;
  });
  return middles;
}
