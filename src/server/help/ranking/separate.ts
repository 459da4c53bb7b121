import { chanceFrom } from './chance.ts';
import { addTo, dot, type Vector } from './vectors.ts';

/** Price of an error against a wide margin. */
const COST = 1;
const ROUNDS = 12;
/** A round that moves nothing by more than this was the last. */
const STILL = 0.01;

/** A plane between what belongs and what does not: the answer is `weights * x + bias`. */
export interface Plane {
  readonly weights: Float64Array;
  readonly bias: number;
}

/**
 * A linear support vector machine with squared hinge loss, solved by dual coordinate descent (Hsieh, Chang, Lin, Keerthi, Sundararajan:
 * "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008, algorithm 1). `belongs(i)` tells the side of example i.
 */
export function separate(
  examples: readonly Vector[],
  squares: Float64Array,
  dimensions: number,
  belongs: (example: number) => boolean,
): Plane {
  const weights = new Float64Array(dimensions);
  const dual = new Float64Array(examples.length);
  const chance = chanceFrom(1);
  const soft = 1 / (2 * COST);
  let active = examples.map((_, i) => i);
  let steepest = Number.POSITIVE_INFINITY;
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    chance.shuffle(active);
    let next = 0;
    let moved = 0;
    for (let k = 0; k < active.length; k++) {
      const i = active[k] as number;
      const example = examples[i] as Vector;
      const side = belongs(i) ? 1 : -1;
      const before = dual[i] as number;
      const gradient = side * (dot(example, weights) + bias) - 1 + soft * before;
      // An example far on its own side will not move again.
      if (before === 0 && gradient > steepest) continue;
      active[next++] = i;
      if (before === 0 && gradient >= 0) continue;
      moved = Math.max(moved, Math.abs(gradient));
      const after = Math.max(0, before - gradient / ((squares[i] as number) + 1 + soft));
      dual[i] = after;
      const step = side * (after - before);
      addTo(weights, example, step);
      bias += step;
    }
    active = active.slice(0, next);
    if (moved < STILL) break;
    steepest = moved;
  }
  return { weights, bias };
}
