import type { Recent } from '../../src/queue/rates.ts';

const HALF_LIFE_MS = 30 * 60_000;

/** What lately happened in the played centre: everything counts half after half an hour. */
export class Lately {
  #recent: Recent = {
    completed: 0,
    servedFor: 0,
    left: 0,
    waitedFor: 0,
    emergencies: 0,
    priorities: 0,
    watchedFor: 0,
    taken: 0,
    queuedFor: 0,
  };
  #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  /** Time passes while so many are served and so many wait. */
  pass(now: number, served: number, waiting: number): void {
    const time = now - this.#now;
    if (time <= 0) return;
    const fade = 0.5 ** (time / HALF_LIFE_MS);
    for (const key of Object.keys(this.#recent) as (keyof Recent)[]) this.#recent[key] *= fade;
    this.#recent.servedFor += served * time;
    this.#recent.waitedFor += waiting * time;
    this.#recent.watchedFor += time;
    if (waiting > 0) this.#recent.queuedFor += time;
    this.#now = now;
  }

  count(what: 'completed' | 'left' | 'emergencies' | 'priorities' | 'taken'): void {
    this.#recent[what] += 1;
  }

  get recent(): Recent {
    return this.#recent;
  }
}
