import type { Sql } from 'postgres';
import type { GuardedText } from '../guard/inspect.ts';

export async function readDraft(
  sql: Sql,
  conversationId: string,
  staffId: string,
): Promise<{ text: string; note: boolean; updatedAt: string } | null> {
  const [row] = await sql`
    select text, note, updated_at from drafts where conversation_id = ${conversationId} and staff_id = ${staffId}`;
  return row === undefined
    ? null
    : { text: row.text, note: row.note, updatedAt: row.updated_at.toISOString() };
}

export async function writeDraft(
  sql: Sql,
  conversationId: string,
  staffId: string,
  draft: { text: GuardedText; note: boolean },
): Promise<void> {
  if (draft.text === '') {
    await sql`delete from drafts where conversation_id = ${conversationId} and staff_id = ${staffId}`;
    return;
  }
  await sql`
    insert into drafts (conversation_id, staff_id, text, note) values (${conversationId}, ${staffId}, ${draft.text}, ${draft.note})
    on conflict (conversation_id, staff_id) do update set text = excluded.text, note = excluded.note, updated_at = now()`;
}
