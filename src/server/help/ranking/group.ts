import { featuresOf } from './features.ts';
import { dot, learnVocabulary, type Vector, vectorOf } from './vectors.ts';

/** Texts that are so near to the first of a group belong to it: cosine. */
const NEAR = 0.4;

const lengthOf = ({ value }: Vector): number => Math.hypot(...value) || 1;

/**
 * Puts texts that mean the same together: places of texts, group by group, the largest first. The first of each group stands
 * for it; texts that are given first are first.
 */
export function groupByMeaning(texts: readonly string[]): number[][] {
  const questions = texts.map((text) => featuresOf(text));
  const vocabulary = learnVocabulary({ questions, asides: [], titles: [] });
  const leaders: { full: Float64Array; members: number[] }[] = [];
  questions.forEach((features, place) => {
    const vector = vectorOf(vocabulary, features);
    const length = lengthOf(vector);
    const likest = leaders
      .map(({ full, members }) => ({ members, near: dot(vector, full) / length }))
      .reduce((best, next) => (next.near > best.near ? next : best), { members: [] as number[], near: 0 });
    if (likest.near >= NEAR) {
      likest.members.push(place);
      return;
    }
    const full = new Float64Array(vocabulary.hashes.length);
    vector.at.forEach((row, i) => {
      full[row] = (vector.value[i] as number) / length;
    });
    leaders.push({ full, members: [place] });
  });
  return leaders
    .map(({ members }) => members)
    .sort((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number));
}
