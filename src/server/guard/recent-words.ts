import { LRUCache } from 'lru-cache';
import { openEndOf } from '../../guard/open-end.ts';
import type { GuardedText } from './inspect.ts';

interface Said {
  /** The message that was last. */
  id: string;
  before: string;
  after: string;
}

const WRITERS_MAX = 20_000;
const REMEMBERED_MS = 15 * 60_000;

/**
 * How the last few texts of each writer ended, so that a number cut in two or announced beforehand is seen. In memory and
 * of this node alone: a message must not wait for a query, and after a restart only one cut across it goes unseen.
 * Holds guarded text only, and none of most writers.
 */
export class RecentWords {
  readonly #said = new LRUCache<string, Said>({ max: WRITERS_MAX, ttl: REMEMBERED_MS });

  /** What this writer's message `id` may go on with; the same again for a retry. */
  before(writer: string, id: string): string {
    const said = this.#said.get(writer);
    if (said === undefined) return '';
    return said.id === id ? said.before : said.after;
  }

  remember(writer: string, id: string, kept: GuardedText): void {
    const before = this.before(writer, id);
    const after = openEndOf(before, kept);
    if (after !== '' || before !== '') this.#said.set(writer, { id, before, after });
  }
}
