import type { EventsFrame } from '../conversation/state.ts';

export type Seq = number;

/** What this page follows, and how far it holds each log. The holder is asked anew every time: it is the truth. */
export class Subscriptions {
  readonly #held = new Map<string, () => Seq>();
  readonly #asked = new Map<string, Seq>();

  /** Follows a conversation from wherever `held` says; a second call for the same one replaces the first. */
  add(c: string, held: () => Seq): void {
    this.#held.set(c, held);
    this.#asked.delete(c);
  }

  /** Stops following, unless somebody else has taken the conversation over since. */
  remove(c: string, held: () => Seq): boolean {
    if (this.#held.get(c) !== held) return false;
    this.#asked.delete(c);
    return this.#held.delete(c);
  }

  heldOf(c: string): Seq | undefined {
    return this.#held.get(c)?.();
  }

  positions(): { c: string; after: Seq }[] {
    return [...this.#held].map(([c, held]) => ({ c, after: held() }));
  }

  /** A new link starts with nothing asked for. */
  forgetAsked(): void {
    this.#asked.clear();
  }

  /** Whether a frame (already applied) leaves a hole before it that was not asked for yet; it now counts as asked for. */
  hasGapBefore(frame: Pick<EventsFrame, 'c' | 'after'>): boolean {
    const held = this.heldOf(frame.c);
    if (held === undefined || frame.after <= held || this.#asked.get(frame.c) === held) return false;
    this.#asked.set(frame.c, held);
    return true;
  }
}
