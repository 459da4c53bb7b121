import type { EditableArticle } from '../../../contract/editing.ts';
import type { StaffRequest } from '../../agents/request-staff.ts';
import { AppError } from '../../platform/app-error.ts';
import { changeDraft, type Places } from './change-draft.ts';
import { kept } from './keep-revision.ts';
import { findRevision } from './revision-store.ts';

/**
 * Makes an earlier text the working copy. What the working copy was is kept; customers see nothing of it until it is
 * published.
 * @throws AppError `not-found` for a revision that does not exist
 */
export async function restoreRevision(
  deps: Places,
  by: StaffRequest,
  place: { id: string; version: number },
  number: number,
): Promise<EditableArticle> {
  return changeDraft(deps, by, place, async (before, hand) => {
    const revision = await findRevision(hand.tx, place.id, number);
    if (revision === null) throw new AppError('not-found');
    const safe = await kept(before, hand, 'kept');
    const restored = { ...safe, content: revision.content, keptRevision: null };
    const draft = await kept(restored, hand, 'restored', String(number));
    return { draft, action: 'article.restored', detail: { from: number, revision: draft.keptRevision } };
  });
}
