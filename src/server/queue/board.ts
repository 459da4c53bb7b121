import type { WaitRange } from '../../contract/queue.ts';
import { type Estimate, estimate, isAttended, placeOf } from '../../queue/estimate.ts';
import { rangeOf } from '../../queue/range.ts';
import { type Rates, ratesOf } from '../../queue/rates.ts';
import type { Waiting } from '../../queue/snapshot.ts';
import type { Deps } from '../deps.ts';
import { loadSnapshot, type QueueNow } from './load-snapshot.ts';
import { recentWaits, type ShownWait, shownWaits } from './store.ts';

/** Rates are of this last time: long enough to count something, short enough to be of today. */
const RECENT_MS = 60 * 60_000;
/** Widths of ranges are learned from waits of this time, at most so many. */
const SCORES_MS = 7 * 24 * 60 * 60_000;
const SCORES_MAX = 400;
/** Everybody who asks within this time gets the same answer: a thousand who wait cost no more than one. */
const FRESH_MS = 1_000;

/** The queue of one moment and what is known of its waits. */
export class Board {
  readonly queue: QueueNow;
  readonly #rates: Rates | null;
  readonly #scores: readonly ShownWait[];

  constructor(queue: QueueNow, rates: Rates | null, scores: readonly ShownWait[]) {
    this.queue = queue;
    this.#rates = rates;
    this.#scores = scores;
  }

  waiting(conversationId: string): Waiting | undefined {
    return this.queue.waiting.find(({ id }) => id === conversationId);
  }

  isAttended(waiting: Waiting): boolean {
    return isAttended(this.queue, waiting);
  }

  placeOf(waiting: Waiting): number {
    return placeOf(this.queue, waiting);
  }

  /** How much longer it takes; null where nothing is known to say so. */
  expect(waiting: Waiting): (Estimate & { range: WaitRange }) | null {
    const expected = this.#rates === null ? null : estimate(this.queue, waiting, this.#rates);
    return expected === null ? null : { ...expected, range: rangeOf(expected, this.#scores) };
  }
}

async function loadBoard({ sql, clock }: Pick<Deps, 'sql' | 'clock'>): Promise<Board> {
  const now = clock.now();
  const before = (ms: number) => new Date(now.getTime() - ms);
  const [queue, recent, scores] = await Promise.all([
    loadSnapshot(sql, now),
    recentWaits(sql, before(RECENT_MS), now),
    shownWaits(sql, before(SCORES_MS), SCORES_MAX),
  ]);
  return new Board(queue, ratesOf(recent), scores);
}

const boards = new WeakMap<Deps['sql'], { at: number; board: Promise<Board> }>();

/** The board as it was a second ago at most. */
export function readBoard(deps: Pick<Deps, 'sql' | 'clock'>): Promise<Board> {
  const known = boards.get(deps.sql);
  if (known !== undefined && performance.now() - known.at < FRESH_MS) return known.board;
  const board = loadBoard(deps);
  boards.set(deps.sql, { at: performance.now(), board });
  board.catch(() => boards.delete(deps.sql));
  return board;
}
