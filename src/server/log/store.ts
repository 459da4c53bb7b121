import type { ISql, Sql, TransactionSql } from 'postgres';
import type { EventType } from '../../contract/events.ts';

/** Everything of transactions below this one is there to be read; those from it on may still be running. */
export async function finishedBelow(sql: ISql): Promise<string> {
  const [row] = await sql<[{ xmin: string }]>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`;
  return row.xmin;
}

/** The conversations that grew in transactions from `from` up to and without `below`, with the seq each reached. */
export async function grownBetween(
  sql: Sql,
  from: string,
  below: string,
): Promise<[conversationId: string, seq: number][]> {
  const rows = await sql<{ conversation_id: string; seq: number }[]>`
    select conversation_id, max(seq) as seq from events
    where tx >= ${from}::xid8 and tx < ${below}::xid8 group by conversation_id`;
  return rows.map((row) => [row.conversation_id, row.seq]);
}

/** A place in the whole log: a transaction, and a line in it. */
export interface Place {
  tx: string;
  pos: string;
}

/**
 * Where a reader stands, held until the transaction ends; null while another node holds it. A place in the future is of
 * another cluster, from which the database was restored: this one's transactions are counted from their beginning.
 */
export async function holdCursor(tx: TransactionSql, reader: string): Promise<Place | null> {
  await tx`insert into log_cursors (reader) values (${reader}) on conflict do nothing`;
  const [row] = await tx<Place[]>`
    select case when tx < pg_snapshot_xmax(pg_current_snapshot()) then tx::text else '0' end as tx, pos
    from log_cursors where reader = ${reader} for update skip locked`;
  return row ?? null;
}

export async function moveCursor(tx: TransactionSql, reader: string, { tx: at, pos }: Place): Promise<void> {
  await tx`
    update log_cursors set tx = ${at}::xid8, pos = ${pos}, updated_at = now() where reader = ${reader}`;
}

/** A line as a reader of the whole log gets it. */
export interface ReadRow extends Place {
  conversationId: string;
  seq: number;
  id: string;
  type: EventType;
  actorKind: string;
  body: string | null;
}

/**
 * At most `limit` lines after a place, of finished transactions only. Ordered by the columns, named in full: a bare `tx`
 * would mean the text above, in which 10000 comes before 9999, and a reader would step over a page.
 */
export async function linesAfter(tx: TransactionSql, from: Place, limit: number): Promise<ReadRow[]> {
  return tx<ReadRow[]>`
    select tx::text as tx, pos, conversation_id as "conversationId", seq, id, type, actor_kind as "actorKind", body
    from events where (tx, pos) > (${from.tx}::xid8, ${from.pos}) and tx < pg_snapshot_xmin(pg_current_snapshot())
    order by events.tx, events.pos limit ${limit}`;
}
