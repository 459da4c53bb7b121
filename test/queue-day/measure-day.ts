import { inside } from '../../src/queue/range.ts';
import type { Case, Day } from './play-day.ts';

export interface Figures {
  customers: number;
  left: number;
  medianWaitSeconds: number;
  /** Customers who were shown a range and whose wait is known. */
  ranges: number;
  inside: number;
  /** Mean width of the ranges, and what it may be: 60 % of the wait or two minutes, whichever is larger. */
  widthSeconds: number;
  widthMaySeconds: number;
  urgentP95Seconds: number;
  starved: number;
  idleSeconds: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Whose turn came within five minutes stood in the same queue. */
const TOGETHER = 5 * MINUTE;
/** Below this nobody starves, whatever others waited. */
const SHORT = 2 * MINUTE;
const FELLOWS_MIN = 5;

const mean = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** What a customer needs and how urgently: those of one class stand in one queue. */
const classOf = ({ waiting: { teamId, language, skills, needsSenior, priority } }: Case): string =>
  [
    priority,
    priority === 'P1' ? '' : teamId,
    language,
    priority === 'P1' ? '' : skills.join(),
    needsSenior,
  ].join(' ');

/**
 * How many waited for more than three times as long as half of those of their class whose turn came at the same time.
 * What somebody waited who left says how patient they were, not how long the queue was.
 */
function starved(cases: Case[]): number {
  const turn = ({ waiting, waited }: Case) => Math.floor((waiting.since + (waited ?? 0)) / TOGETHER);
  const together = Map.groupBy(cases, (one) => `${classOf(one)} ${turn(one)}`);
  return [...together.values()].reduce((sum, fellows) => {
    const served = fellows.filter(({ left }) => !left).map(({ waited }) => waited ?? 0);
    if (served.length < FELLOWS_MIN) return sum;
    const enough = 3 * Math.max(quantile(served, 0.5), SHORT);
    return sum + fellows.filter(({ waited }) => (waited ?? 0) > enough).length;
  }, 0);
}

/** A customer who left before the range was over tells nothing about it; who left after it was told wrong. */
const toldBy = ({ shown, left, waited }: Case): boolean =>
  shown !== null && waited !== null && (!left || waited > shown.range.to * MINUTE);

export function measureDay({ cases, idleWhileWaiting }: Day): Figures {
  const told = cases.filter(toldBy);
  const right = told.filter(({ shown, waited }) => shown !== null && inside(shown.range, waited ?? 0));
  const urgent = cases.filter(({ waiting, somebodyThere }) => waiting.priority === 'P1' && somebodyThere);
  const seconds = (ms: number) => Math.round(ms / 100) / 10;
  return {
    customers: cases.length,
    left: cases.filter(({ left }) => left).length,
    medianWaitSeconds: seconds(
      quantile(
        cases.map(({ waited }) => waited ?? 0),
        0.5,
      ),
    ),
    ranges: told.length,
    inside: Math.round((1000 * right.length) / Math.max(told.length, 1)) / 1000,
    widthSeconds: seconds(
      mean(told.map(({ shown }) => ((shown?.range.to ?? 0) - (shown?.range.from ?? 0)) * MINUTE)),
    ),
    widthMaySeconds: seconds(mean(told.map(({ waited }) => Math.max(0.6 * (waited ?? 0), 2 * MINUTE)))),
    urgentP95Seconds: seconds(
      quantile(
        urgent.map(({ waited }) => waited ?? 0),
        0.95,
      ),
    ),
    starved: starved(cases),
    idleSeconds: seconds(idleWhileWaiting),
  };
}
