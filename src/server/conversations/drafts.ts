import type { Sql } from 'postgres';
import { z } from 'zod';
import { MESSAGE_MAX } from '../../contract/limits.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { inspect } from '../guard/inspect.ts';
import { passDoor } from './door.ts';
import { readDraft, writeDraft } from './draft-store.ts';

export const Draft = z.object({
  text: z.string().max(MESSAGE_MAX),
  note: z.boolean(),
  updatedAt: z.iso.datetime().nullable(),
});
type Draft = z.infer<typeof Draft>;

/** What an agent was about to write here; empty when nothing. */
export async function findDraft(sql: Sql, conversationId: string, staffId: string): Promise<Draft> {
  return (await readDraft(sql, conversationId, staffId)) ?? { text: '', note: false, updatedAt: null };
}

/** Keeps a draft, guarded like a message; an empty one is forgotten. */
export async function saveDraft(
  deps: Deps,
  conversationId: string,
  staffId: string,
  draft: { text: string; note: boolean },
  locale: Locale,
): Promise<Draft> {
  await passDoor(deps, { party: 'staff', mayRead: true }, conversationId);
  await writeDraft(deps.sql, conversationId, staffId, {
    text: inspect(draft.text, locale).text,
    note: draft.note,
  });
  return findDraft(deps.sql, conversationId, staffId);
}
