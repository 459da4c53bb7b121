import type { ISql } from 'postgres';

/** The body of the last event of a kind by a kind of actor, before `below`; null when there is none, or it was erased. */
export async function lastBody(
  sql: ISql,
  conversationId: string,
  wanted: { type: string; by: string; below: number },
): Promise<{ seq: number; body: string } | null> {
  const [row] = await sql<{ seq: number; body: string }[]>`
    select seq, body from events
    where conversation_id = ${conversationId} and seq < ${wanted.below} and type = ${wanted.type}
      and actor_kind = ${wanted.by} and body is not null
    order by seq desc limit 1`;
  return row ?? null;
}
