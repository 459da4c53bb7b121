import type { Sql, TransactionSql } from 'postgres';
import type { EventType } from '../../contract/events.ts';

/** A line as a reader of the whole log gets it. */
export interface ReadRow {
  pos: string;
  conversationId: string;
  seq: number;
  id: string;
  type: EventType;
  actorKind: string;
  body: string | null;
}

export interface ReaderOptions {
  /** Names the cursor; never reuse a name for another purpose. */
  name: string;
  /** Does its work in the transaction that moves the cursor: both happen, or neither. */
  handle(tx: TransactionSql, rows: ReadRow[]): Promise<void>;
  pageSize?: number;
}

/**
 * Reads on from the cursor, one page. The cursor row is the lock: of several nodes one works and the others skip.
 * Only transactions below the oldest one still running are read, so that nothing committing late is stepped over.
 * @returns whether there may be more at once
 */
export async function readOn(sql: Sql, { name, handle, pageSize = 1000 }: ReaderOptions): Promise<boolean> {
  return sql.begin(async (tx) => {
    await tx`insert into log_cursors (reader) values (${name}) on conflict do nothing`;
    const [cursor] = await tx`
      select tx::text as at, pos from log_cursors where reader = ${name} for update skip locked`;
    if (cursor === undefined) return false;
    const rows = await tx`
      select tx::text as at, pos, conversation_id, seq, id, type, actor_kind, body from events
      where (tx, pos) > (${cursor.at}::xid8, ${cursor.pos}) and tx < pg_snapshot_xmin(pg_current_snapshot())
      order by tx, pos limit ${pageSize}`;
    const last = rows.at(-1);
    if (last === undefined) return false;
    await handle(tx, rows.map(toRow));
    await tx`update log_cursors set tx = ${last.at}::xid8, pos = ${last.pos}, updated_at = now() where reader = ${name}`;
    return rows.length === pageSize;
  });
}

const toRow = (row: Record<string, unknown>): ReadRow =>
  ({
    pos: row.pos,
    conversationId: row.conversation_id,
    seq: row.seq,
    id: row.id,
    type: row.type,
    actorKind: row.actor_kind,
    body: row.body,
  }) as ReadRow;
