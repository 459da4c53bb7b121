/** How much a difference in cosine counts beside one in our own score. */
const WEIGHT = 0.6;
/** A score from here on is that of an article's own words, which nothing overrules. */
const EXACT = 10;

/** How alike two vectors of length 1 are; 0 where they are of other kinds. */
function cosine(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return 0;
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}

/** Hits in the order of their own score and of how alike their vectors are to the question's; equals stay as they are. Pure. */
export function blend<Hit extends { readonly score: number }>(
  hits: readonly Hit[],
  vectors: readonly Float32Array[],
  asked: Float32Array,
): Hit[] {
  return hits
    .map((hit, i) => ({
      hit,
      together: hit.score + (hit.score >= EXACT ? 1 : WEIGHT * cosine(vectors[i] as Float32Array, asked)),
    }))
    .sort((a, b) => b.together - a.together)
    .map(({ hit, together }) => ({ ...hit, score: together }));
}
