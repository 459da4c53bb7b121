import type { Sql, TransactionSql } from 'postgres';
import type { Locale } from '../../contract/locale.ts';

interface HeldLine {
  type: 'message.posted' | 'note.added';
  body: string;
  locale: Locale;
}

/** A message or note as it is now; whoever else wants to take something out of it waits until the transaction ends. */
export async function holdLine(
  tx: TransactionSql,
  conversationId: string,
  seq: number,
): Promise<HeldLine | null> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`redact ${conversationId} ${seq}`}, 0))`;
  const [row] = await tx<HeldLine[]>`
    select e.type, e.body, c.locale from events e join conversations c on c.id = e.conversation_id
    where e.conversation_id = ${conversationId} and e.seq = ${seq}
      and e.type in ('message.posted', 'note.added') and e.body is not null`;
  return row ?? null;
}

/** The messages and notes that show a file, oldest first. */
export async function seqsWithFile(sql: Sql, conversationId: string, fileId: string): Promise<number[]> {
  const rows = await sql<{ seq: number }[]>`
    select seq from events
    where conversation_id = ${conversationId} and type in ('message.posted', 'note.added')
      and position(${`"id":"${fileId}"`} in body) > 0
    order by seq`;
  return rows.map(({ seq }) => seq);
}
