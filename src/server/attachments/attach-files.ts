import type { Actor, AttachmentRef } from '../../contract/events.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { asRef } from './as-ref.ts';
import { attach, type Owner } from './store.ts';

interface Attaching {
  ids: string[];
  conversationId: string;
  /** Who sends the message: only their own uploads can be attached. */
  by: Actor;
  /** For a note: the customer is not to see the files either. */
  internal?: boolean;
}

const ownerOf = (actor: Actor): Owner | null => {
  if (actor.kind === 'system') return null;
  return { party: actor.kind === 'agent' ? 'staff' : 'customer', id: actor.id };
};

/**
 * Binds uploads to the conversation whose message carries them, and answers how the message speaks of them, in the
 * order given. Doing it again for the same conversation changes nothing.
 * @throws AppError `attachment-not-found` when one is missing, somebody else's, or already in another conversation
 */
export async function attachFiles(
  { sql, clock }: Pick<Deps, 'sql' | 'clock'>,
  { ids, conversationId, by, internal = false }: Attaching,
): Promise<AttachmentRef[]> {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  const owner = ownerOf(by);
  const rows =
    owner === null
      ? null
      : await attach(sql, { ids: wanted, owner, conversationId, internal, now: clock.now() });
  if (rows === null) throw new AppError('attachment-not-found');
  const byId = new Map(rows.map((row) => [row.id, asRef(row)]));
  return wanted.flatMap((id) => byId.get(id) ?? []);
}
