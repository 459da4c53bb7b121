import type { Sql } from 'postgres';
import { finishedBelow, grownBetween } from './store.ts';

/**
 * Follows the end of the whole log, to find what a lost notice did not tell. It stays below the oldest transaction
 * still running (`pg_snapshot_xmin`), so a row that commits late is never stepped over.
 */
export class LogTail {
  readonly #sql: Sql;
  #from: string | null = null;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The conversations that grew since the last call, each with the seq it reached; the first call only takes its place. */
  async grown(): Promise<[conversationId: string, seq: number][]> {
    const below = await finishedBelow(this.#sql);
    this.#from ??= below;
    if (this.#from === below) return [];
    const grown = await grownBetween(this.#sql, this.#from, below);
    // Only what was read counts as passed: a query that failed is made up for by the next call.
    this.#from = below;
    return grown;
  }
}
