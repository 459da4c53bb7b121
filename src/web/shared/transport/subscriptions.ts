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

  remove(c: string): boolean {
    this.#asked.delete(c);
    return this.#held.delete(c);
  }

  positions(): { c: string; after: Seq }[] {
    return [...this.#held].map(([c, held]) => ({ c, after: held() }));
  }

  /** A new link starts with nothing asked for. */
  forgetAsked(): void {
    this.#asked.clear();
  }

  /**
   * Where to subscribe again from, when a frame (already applied) leaves a hole before it; null when there is none
   * or the hole was asked for before.
   */
  gapBefore(frame: Pick<EventsFrame, 'c' | 'after'>): Seq | null {
    const held = this.#held.get(frame.c)?.();
    if (held === undefined || frame.after <= held || this.#asked.get(frame.c) === held) return null;
    this.#asked.set(frame.c, held);
    return held;
  }
}
