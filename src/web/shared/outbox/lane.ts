import { Deadline } from '../transport/deadline.ts';
import type { OutboxItem } from './item.ts';

/** An answer that has not come by then was lost with its line; asking again costs nothing. */
const ANSWER_MS = 8_000;
const PAUSE_MS = 500;
/** Short enough that what was written is on its way within seconds of the server being able to take it. */
const LONGEST_PAUSE_MS = 8_000;

/** The sending end of one conversation: one item at a time, so that order holds even when one is refused. */
export class Lane {
  readonly #send: (item: OutboxItem) => boolean;
  readonly #again = new Deadline();
  #current: OutboxItem | undefined;
  #pauses = 0;

  constructor(send: (item: OutboxItem) => boolean) {
    this.#send = send;
  }

  /** Says which item is first now; nothing happens when that one is under way. */
  advance(first: OutboxItem | undefined): void {
    if (this.#current !== undefined && this.#current.id === first?.id) return;
    this.stop();
    this.#current = first;
    if (first !== undefined) this.#try();
  }

  /** The server cannot take it just now: the same again later, less and less often. */
  pause(askedMs = 0): void {
    const waitMs = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** this.#pauses);
    this.#pauses += 1;
    this.#again.set(Math.max(askedMs, waitMs), () => this.#try());
  }

  stop(): void {
    this.#again.clear();
    this.#current = undefined;
    this.#pauses = 0;
  }

  #try(): void {
    // Without a line nothing is waited for: coming online starts every lane over.
    if (this.#current !== undefined && this.#send(this.#current))
      this.#again.set(ANSWER_MS, () => this.#try());
  }
}
