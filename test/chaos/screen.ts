import type { TimelineEntry } from '../../src/web/shared/conversation/timeline.ts';
import type { Side } from './browser.ts';
import type { Witness } from './witness.ts';

/** Watches one conversation on one page, drawing by drawing: what was shown stays where it was, and is there once. */
export class Screen {
  readonly #name: string;
  readonly #side: Side;
  readonly #witness: Witness;
  #firstId = '';
  #lastId = '';
  #count = 0;

  constructor(name: string, side: Side, witness: Witness) {
    this.#name = name;
    this.#side = side;
    this.#witness = witness;
  }

  draw(entries: TimelineEntry[]): void {
    const keys = new Set(entries.map(({ key }) => key));
    if (keys.size !== entries.length) this.#witness.violate('shown_twice', this.#name);
    const events = entries.flatMap((entry) => (entry.kind === 'event' ? [entry.event] : []));
    const start = this.#count === 0 ? 0 : events.findIndex(({ id }) => id === this.#firstId);
    if (this.#count > 0 && events[start + this.#count - 1]?.id !== this.#lastId)
      this.#witness.violate('order_breaks', `${this.#name}: what had been shown moved`);
    if (events.some(({ seq }, i) => i > 0 && seq <= (events[i - 1]?.seq ?? 0)))
      this.#witness.violate('order_breaks', `${this.#name}: seqs not ascending`);
    if (this.#side === 'my' && events.some(({ type }) => type === 'note.added'))
      this.#witness.violate('secrets_shown', `${this.#name}: an internal note`);
    this.#firstId = events[0]?.id ?? '';
    this.#lastId = events.at(-1)?.id ?? '';
    this.#count = events.length;
  }
}
