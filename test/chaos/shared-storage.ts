import type { OutboxItem } from '../../src/web/shared/outbox/item.ts';
import type { OutboxStore } from '../../src/web/shared/outbox/store.ts';
import type { Witness } from './witness.ts';

type Changed = (id: string, item: OutboxItem | null) => void;

/** A browser's storage: outlives its pages, and tells each tab what the others did. */
export class SharedStorage {
  readonly #witness: Witness;
  readonly #records = new Map<string, OutboxItem>();
  readonly #tabs = new Map<object, Changed>();

  constructor(witness: Witness) {
    this.#witness = witness;
  }

  tab(): OutboxStore {
    const me = {};
    // Events of other tabs arrive later, never in the middle of what a tab is doing.
    const tell: Changed = (id, item) => {
      for (const tab of this.#tabs.keys()) {
        if (tab !== me) setImmediate(() => this.#tabs.get(tab)?.(id, item));
      }
    };
    return {
      all: () => [...this.#records.values()],
      put: (item) => {
        this.#witness.stored(item);
        this.#records.set(item.id, item);
        tell(item.id, item);
      },
      delete: (id) => {
        if (this.#records.delete(id)) tell(id, null);
      },
      watch: (changed) => {
        this.#tabs.set(me, changed);
        return () => this.#tabs.delete(me);
      },
    };
  }
}
