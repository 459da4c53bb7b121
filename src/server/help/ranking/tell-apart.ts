import { chanceFrom } from './chance.ts';
import type { Vector } from './vectors.ts';

const STEP = 0.5;
const BIAS_STEP = 0.01;
/** Share of a question's features that is ignored each time, so that no single one decides. */
const DROPPED = 0.3;
/** How much of the certainty is withheld from each example, because some stand under the wrong article. */
const DOUBT = 0.1;
/** Examples to look at in all, at least; and rounds over them. */
const LOOKS = 10_000;
const ROUNDS = { least: 6, most: 20 } as const;

export interface Classifier {
  /** Weight of feature `f` for article `a` at `f * articles + a`. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

function softmax(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    scores[i] = Math.exp((scores[i] as number) - highest);
    sum += scores[i] as number;
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / sum;
}

/**
 * Multinomial logistic regression by stochastic descent with AdaGrad steps (Duchi, Hazan, Singer, JMLR 2011), dropout on the features
 * (Wager, Wang, Liang, NIPS 2013) and label smoothing (Szegedy et al., CVPR 2016).
 */
export function tellApart(
  examples: readonly Vector[],
  owners: Int32Array,
  articles: number,
  dimensions: number,
): Classifier {
  const weights = new Float32Array(dimensions * articles);
  const biases = new Float32Array(articles);
  const travelled = new Float32Array(dimensions).fill(1e-3);
  const errors = new Float64Array(articles);
  const chance = chanceFrom(1);
  const order = examples.map((_, i) => i);
  const rounds = Math.min(ROUNDS.most, Math.max(ROUNDS.least, Math.ceil(LOOKS / examples.length)));
  for (let round = 0; round < rounds; round++) {
    chance.shuffle(order);
    for (const i of order) {
      const { at, value } = examples[i] as Vector;
      const kept: number[] = [];
      errors.set(biases);
      for (let j = 0; j < at.length; j++) {
        if (chance.next() < DROPPED) continue;
        kept.push(j);
        const [row, scaled] = [(at[j] as number) * articles, (value[j] as number) / (1 - DROPPED)];
        for (let a = 0; a < articles; a++)
          errors[a] = (errors[a] as number) + scaled * (weights[row + a] as number);
      }
      softmax(errors);
      let square = 0;
      for (let a = 0; a < articles; a++) {
        const wanted = DOUBT / articles + (owners[i] === a ? 1 - DOUBT : 0);
        const error = (errors[a] as number) - wanted;
        errors[a] = error;
        square += error * error;
        biases[a] = (biases[a] as number) - BIAS_STEP * error;
      }
      for (const j of kept) {
        const [feature, scaled] = [at[j] as number, (value[j] as number) / (1 - DROPPED)];
        travelled[feature] = (travelled[feature] as number) + square * scaled * scaled;
        const step = (STEP * scaled) / Math.sqrt(travelled[feature] as number);
        const row = feature * articles;
        for (let a = 0; a < articles; a++)
          weights[row + a] = (weights[row + a] as number) - step * (errors[a] as number);
      }
    }
  }
  return { weights, biases };
}
