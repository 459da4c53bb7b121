import { LRUCache } from 'lru-cache';
import { Allowance } from './allowance.ts';

/** The allowances of those who come by single requests, by who they are: on a socket each has one of its own. */
export class Allowances {
  readonly #framesPerSecond: number;
  readonly #known = new LRUCache<string, Allowance>({ max: 10_000 });

  constructor(framesPerSecond: number) {
    this.#framesPerSecond = framesPerSecond;
  }

  /** 0 when one more is within the allowance, else how many milliseconds to wait. */
  take(who: string): number {
    const allowance = this.#known.get(who) ?? new Allowance(this.#framesPerSecond);
    this.#known.set(who, allowance);
    return allowance.take(performance.now());
  }
}
