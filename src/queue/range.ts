import type { Estimate } from './estimate.ts';

/** The wait a customer is shown, in whole minutes: `from` 0 is less than one. */
export interface Range {
  from: number;
  to: number;
}

/** A wait that is over: what was expected of it, and how long it was, in milliseconds. */
export interface Score extends Estimate {
  waited: number;
}

const MINUTE = 60_000;
/** Above this, minutes are rounded to five: nobody plans half an hour to the minute. */
const LONG = 30;
/** So many of the waits like it shall be inside: more than is promised, since the next is a little different. */
const sureness = [0.95, 0.91, 0.87, 0.83];
/** As sure as a range can be that is still of use: no wider than this part of the wait, or two minutes. */
const WIDTH = 0.5;

/** So many of the scores are asked: those whose expected wait was most like the one in question. */
const ALIKE = 80;
/** How surprising a wait is before any was scored, in deviations from the mean. */
const unscored = [-1.2, -1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.7, 1, 1.4];

const surprise = ({ mean, deviation, waited }: Score): number => (waited - mean) / deviation;

type Stretch = [low: number, high: number];

/** The shortest stretch that holds so many of these. */
function shortest(sorted: readonly number[], share: number): Stretch {
  const many = Math.ceil(share * sorted.length);
  let best: Stretch = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  for (let from = 0; from + many <= sorted.length; from += 1) {
    const [low, high] = [sorted[from] ?? 0, sorted[from + many - 1] ?? 0];
    if (high - low < best[1] - best[0]) best = [low, high];
  }
  return best;
}

/** A third of a minute is not worth a whole one. */
const SLACK = 1 / 3;
const step = (minutes: number): number => (minutes > LONG ? 5 : 1);
const down = (ms: number): number => {
  const minutes = Math.max(ms, 0) / MINUTE;
  return Math.floor(minutes / step(minutes) + SLACK) * step(minutes);
};
const up = (ms: number): number => {
  const minutes = ms / MINUTE;
  return Math.ceil(minutes / step(minutes) - SLACK) * step(minutes);
};

/**
 * The range for a wait, as wide as waits like it lately proved to need (conformal prediction, by nearest neighbours):
 * short and long waits go wrong in different ways.
 */
export function rangeOf({ mean, deviation }: Estimate, scores: readonly Score[]): Range {
  const alike = scores
    .map((score) => ({ score, distance: Math.abs(Math.log(score.mean / mean)) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, ALIKE);
  const sorted = [...alike.map(({ score }) => surprise(score)), ...unscored].sort((a, b) => a - b);
  const useful = Math.max(WIDTH * mean, 2 * MINUTE);
  const ranges = sureness.map((share) => shortest(sorted, share));
  const [low, high] = ranges.find(([a, b]) => (b - a) * deviation <= useful) ?? (ranges.at(-1) as Stretch);
  const from = down(mean + low * deviation);
  return { from, to: Math.max(up(mean + high * deviation), from + 1) };
}

/** Whether a wait was as long as was said. */
export const inside = ({ from, to }: Range, waited: number): boolean =>
  waited >= from * MINUTE && waited <= to * MINUTE;
