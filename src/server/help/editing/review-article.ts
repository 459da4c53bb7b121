import type { EditableArticle } from '../../../contract/editing.ts';
import type { StaffRequest } from '../../agents/request-staff.ts';
import { changeDraft, type Places } from './change-draft.ts';
import { refuseIncomplete } from './complete.ts';
import { kept } from './keep-revision.ts';

interface Reviewed {
  id: string;
  version: number;
  note: string;
}

/** Hands the working copy in for review. @throws AppError `invalid-input` when something is missing */
export async function submitArticle(
  deps: Places,
  by: StaffRequest,
  place: Reviewed,
): Promise<EditableArticle> {
  return changeDraft(deps, by, place, async (before, hand) => {
    refuseIncomplete(before.content);
    const draft = await kept(before, hand, 'submitted', place.note);
    return {
      draft: { ...draft, reviewAt: hand.now, reviewBy: hand.me },
      action: 'article.submitted',
      detail: { revision: draft.keptRevision },
    };
  });
}

/** Gives an article back to whoever writes it; the note says what is still to be done. */
export async function returnArticle(
  deps: Places,
  by: StaffRequest,
  place: Reviewed,
): Promise<EditableArticle> {
  return changeDraft(deps, by, place, async (before, hand) => {
    const draft = await kept(before, hand, 'returned', place.note);
    return { draft: { ...draft, reviewAt: null, reviewBy: null }, action: 'article.returned' };
  });
}
