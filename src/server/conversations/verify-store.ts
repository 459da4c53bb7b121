import type { Sql } from 'postgres';
import type { ProvenRow } from '../log/hash.ts';
import { toLogRow } from './store.ts';

/** A conversation as its head names it, with all its lines as they were at the same moment. */
export interface WholeLog {
  caseNumber: string;
  lastSeq: number;
  lastHash: Buffer;
  /** `redactedBy`: seq of the event that took something out of the line; null for none. */
  lines: (ProvenRow & { redactedBy: number | null })[];
}

/** Ids of conversations after one, in order; also of those that have lines and no head any more. */
export async function conversationIdsAfter(sql: Sql, after: string, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    (select id from conversations where id > ${after} order by id limit ${limit})
    union
    (select distinct conversation_id from events e where conversation_id > ${after} and seq = 1
      and not exists (select 1 from conversations c where c.id = e.conversation_id) order by 1 limit ${limit})
    order by 1 limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** Read in one statement: head and lines are of the same moment, whatever is being written. */
export async function wholeLog(sql: Sql, id: string): Promise<WholeLog> {
  const rows = await sql`
    select c.case_number, c.last_seq, c.last_hash, e.conversation_id, e.seq, e.id, e.type, e.at, e.actor_kind, e.actor_id,
      e.actor_name, e.actor_staff_number, e.body, e.salt, e.digest, e.hash, e.redacted_by
    from (select ${id}::uuid as id) as asked
    left join conversations c on c.id = asked.id
    left join events e on e.conversation_id = asked.id
    order by e.seq`;
  const [head] = rows;
  return {
    caseNumber: head?.case_number ?? '',
    lastSeq: head?.last_seq ?? 0,
    lastHash: head?.last_hash ?? Buffer.alloc(0),
    lines: rows
      .filter(({ seq }) => seq !== null)
      .map((row) => ({
        ...toLogRow(row),
        salt: row.salt,
        digest: row.digest,
        hash: row.hash,
        redactedBy: row.redacted_by,
      })),
  };
}
