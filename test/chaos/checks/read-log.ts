import type { Sql } from 'postgres';
import type { Actor, EventType } from '../../../src/contract/events.ts';
import type { LogRow } from '../../../src/server/log/row.ts';

/** A line of the log as it lies on the disk, with what proves it. */
export interface StoredRow extends LogRow {
  readonly body: string;
  readonly salt: Buffer | null;
  readonly digest: Buffer;
  readonly hash: Buffer;
}

const actorOf = (row: Record<string, unknown>): Actor => {
  if (row.actor_kind === 'system') return { kind: 'system' };
  const id = row.actor_id as string;
  if (row.actor_kind === 'customer') return { kind: 'customer', id };
  return { kind: 'agent', id, name: row.actor_name as string, staffNumber: row.actor_staff_number as string };
};

/** Every conversation's lines by its id, in the order of their seq. */
export async function readLog(sql: Sql): Promise<Map<string, StoredRow[]>> {
  const rows = await sql`select * from events order by conversation_id, seq`;
  const log = new Map<string, StoredRow[]>();
  for (const row of rows) {
    const stored: StoredRow = {
      conversationId: row.conversation_id,
      seq: row.seq,
      id: row.id,
      type: row.type as EventType,
      at: (row.at as Date).toISOString(),
      actor: actorOf(row),
      body: row.body,
      salt: row.salt,
      digest: row.digest,
      hash: row.hash,
    };
    const known = log.get(stored.conversationId);
    if (known === undefined) log.set(stored.conversationId, [stored]);
    else known.push(stored);
  }
  return log;
}
