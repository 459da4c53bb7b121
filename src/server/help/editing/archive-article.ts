import type { EditableArticle } from '../../../contract/editing.ts';
import type { StaffRequest } from '../../agents/request-staff.ts';
import { AppError, invalidField } from '../../platform/app-error.ts';
import { closeLibrary } from '../library.ts';
import { changeShown, inHand, type Places, refuseStale, writeDraft } from './change-draft.ts';
import { kept } from './keep-revision.ts';
import { nothingDue } from './publish-article.ts';
import { removePublished } from './published-store.ts';
import { findDraft, lockDraft } from './store.ts';

interface Place {
  id: string;
  version: number;
}

/**
 * Takes an article out of use; the note says why. Links to it lead to its replacement, or to a page that says so and offers search.
 * @throws AppError `invalid-input` for a replacement that is itself, or that customers cannot read
 */
export async function archiveArticle(
  deps: Places,
  by: StaffRequest,
  place: Place & { note: string },
  replacement: string | null,
): Promise<EditableArticle> {
  return changeShown(deps, by, place, async (before, hand) => {
    if (replacement === place.id) throw invalidField('replacement', 'must be another id');
    const other = replacement === null ? null : await findDraft(hand.tx, replacement);
    if (replacement !== null && (other === null || other.liveRevision === null))
      throw invalidField('replacement', 'names an article that customers cannot read');
    const draft = await kept(before, hand, 'archived', place.note);
    await removePublished(hand.tx, place.id);
    return {
      draft: {
        ...draft,
        ...nothingDue,
        reviewAt: null,
        reviewBy: null,
        liveRevision: null,
        archivedAt: hand.now,
        archivedBy: hand.me,
        replacement,
      },
      action: 'article.archived',
      detail: { replacement },
    };
  });
}

/**
 * Brings an archived article back as a draft.
 * @throws AppError `not-found`, also for one that is in use; `edited-meanwhile`
 */
export async function unarchiveArticle(
  deps: Places,
  by: StaffRequest,
  place: Place,
): Promise<EditableArticle> {
  const article = await inHand(deps, by, async (hand) => {
    const before = await lockDraft(hand.tx, place.id);
    if (before === null || before.archivedAt === null) throw new AppError('not-found');
    refuseStale(deps, before, place.version);
    const draft = { ...before, archivedAt: null, archivedBy: null, replacement: null };
    return writeDraft(hand, by, { draft, action: 'article.unarchived' });
  });
  closeLibrary(deps.sql);
  return article;
}
