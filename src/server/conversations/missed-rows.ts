/**
 * What changed in the inbox while a desk without a socket was between two turns of its long poll. Kept in memory by
 * session, a minute at the most; a node that does not know a session says so, and the desk fetches its list again.
 */

/** More changed rows than this, and the desk fetches its list again as well. */
const ROWS_MAX = 100;
const FORGET_AFTER_MS = 60_000;

interface Desk {
  changed: Set<string>;
  turnAt: number;
}

export class MissedRows {
  readonly #desks = new Map<string, Desk>();

  /** A conversation changed. */
  changed(conversationId: string): void {
    for (const { changed } of this.#desks.values()) if (changed.size <= ROWS_MAX) changed.add(conversationId);
  }

  /**
   * A turn of this session begins: everything that changed since its last one began, for its answer may have been lost;
   * null when that is unknown or too much.
   */
  take(sessionId: string, nowMs: number): string[] | null {
    for (const [id, { turnAt }] of this.#desks) if (nowMs - turnAt > FORGET_AFTER_MS) this.#desks.delete(id);
    const known = this.#desks.get(sessionId);
    this.#desks.set(sessionId, { changed: new Set(), turnAt: nowMs });
    return known === undefined || known.changed.size > ROWS_MAX ? null : [...known.changed];
  }

  /** Changes may have gone unheard: every desk is told to fetch. */
  forgetAll(): void {
    this.#desks.clear();
  }

  /** What was taken could not be told: the next turn is told to fetch. */
  forget(sessionId: string): void {
    this.#desks.delete(sessionId);
  }
}
