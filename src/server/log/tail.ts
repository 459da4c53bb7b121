import type { Sql } from 'postgres';

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
    const [{ xmin } = { xmin: '0' }] = await this.#sql<[{ xmin: string }]>`
      select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`;
    const from = this.#from ?? xmin;
    this.#from = xmin;
    if (from === xmin) return [];
    const rows = await this.#sql<{ conversation_id: string; seq: number }[]>`
      select conversation_id, max(seq) as seq from events
      where tx >= ${from}::xid8 and tx < ${xmin}::xid8 group by conversation_id`;
    return rows.map((row) => [row.conversation_id, row.seq]);
  }
}
