import type { CastSize } from './cast.ts';
import type { PlanSize } from './plan.ts';

export interface Size extends CastSize, PlanSize {
  readonly messages: number;
  /** Conversations that are started while all goes wrong, at most this long apart. */
  readonly more: number;
  readonly moreMs: number;
  /** Messages that get through between two kills. */
  readonly saidBetween: number;
  /** Fewer kills than this, and the run proved nothing. */
  readonly killsAtLeast: number;
}

/** What `npm test` runs, and what the command runs by default. */
export const sizes: Record<'short' | 'long', Size> = {
  short: {
    customers: 4,
    agents: 2,
    paceMs: 250,
    kills: 3,
    calmMs: [0, 400],
    messages: 300,
    saidBetween: 50,
    more: 4,
    moreMs: 2500,
    killsAtLeast: 3,
  },
  long: {
    customers: 24,
    agents: 6,
    paceMs: 500,
    kills: 24,
    calmMs: [0, 3000],
    messages: 20_000,
    saidBetween: 500,
    more: 12,
    moreMs: 15_000,
    killsAtLeast: 20,
  },
};
