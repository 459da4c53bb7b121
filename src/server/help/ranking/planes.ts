import { type Column, type Matrix, packColumns } from './matrix.ts';
import { separate } from './separate.ts';
import { tellApart } from './tell-apart.ts';
import type { Vector } from './vectors.ts';

/** How much the second opinion adds to the first when there is no end of questions, and at how many an article it is half of that. */
const SECOND = 0.4;
const HALF_AT = 15;
/** The largest weights are about one. */
const NEXT_TO_NOTHING = 0.004;

export interface Planes {
  /** Feature by article. */
  readonly matrix: Matrix;
  readonly biases: Float32Array;
}

/** The length of each vector, squared. */
export const squaresOf = (vectors: readonly Vector[]): Float64Array =>
  Float64Array.from(vectors, ({ value }) => value.reduce((sum, one) => sum + one * one, 0));

/** The entries of a full vector that are not next to nothing. */
export function sparse(full: Float64Array): Column {
  let count = 0;
  for (const value of full) if (Math.abs(value) > NEXT_TO_NOTHING) count++;
  const column = { rows: new Int32Array(count), values: new Float32Array(count) };
  let end = 0;
  for (let row = 0; row < full.length; row++) {
    const value = full[row] as number;
    if (Math.abs(value) <= NEXT_TO_NOTHING) continue;
    column.rows[end] = row;
    column.values[end++] = value;
  }
  return column;
}

/**
 * What tells each article from all others: two linear classifiers added up, one that keeps the widest distance (good with few questions)
 * and one that weighs probabilities and forgives wrong examples (good with many).
 * @param owners the article of each question
 */
export function learnPlanes(
  questions: readonly Vector[],
  owners: Int32Array,
  articles: number,
  dimensions: number,
): Planes {
  const squares = squaresOf(questions);
  const perArticle = questions.length / articles;
  const second = (SECOND * perArticle) / (perArticle + HALF_AT);
  const soft = tellApart(questions, owners, articles, dimensions);
  const biases = new Float32Array(articles);
  const columns = Array.from({ length: articles }, (_, article): Column => {
    const { weights, bias } = separate(questions, squares, dimensions, (i) => owners[i] === article);
    for (let row = 0; row < dimensions; row++) {
      weights[row] = (weights[row] as number) + second * (soft.weights[row * articles + article] as number);
    }
    biases[article] = bias + second * (soft.biases[article] as number);
    return sparse(weights);
  });
  return { matrix: packColumns(dimensions, columns), biases };
}
