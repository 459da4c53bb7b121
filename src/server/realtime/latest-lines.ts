import { LRUCache } from 'lru-cache';
import type { Connection } from './connection.ts';

const PAGES_MAX = 50_000;

const keyOf = ({ identity, line }: Connection): string => `${identity.subjectId} ${line?.page}`;

/**
 * The latest line of each page that came to this node. A network may hold what was sent over a line that its page has
 * long given up: were it taken later, a message that was said again and refused would yet be stored, out of its order.
 */
export class LatestLines {
  readonly #latest = new LRUCache<string, number>({ max: PAGES_MAX });

  arrive(connection: Connection): void {
    if (connection.line === null || this.isSuperseded(connection)) return;
    this.#latest.set(keyOf(connection), connection.line.number);
  }

  isSuperseded(connection: Connection): boolean {
    if (connection.line === null) return false;
    return (this.#latest.get(keyOf(connection)) ?? 0) > connection.line.number;
  }
}
