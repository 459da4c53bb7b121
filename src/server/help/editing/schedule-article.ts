import type { EditableArticle } from '../../../contract/editing.ts';
import type { StaffRequest } from '../../agents/request-staff.ts';
import { invalidField } from '../../platform/app-error.ts';
import { changeDraft, type Places } from './change-draft.ts';
import { refuseIncomplete } from './complete.ts';
import { kept } from './keep-revision.ts';
import { nothingDue } from './publish-article.ts';

/**
 * Has the text as it is now published later. It is that revision which goes out, whatever is written meanwhile.
 * @throws AppError `invalid-input` when something is missing, or the time has passed
 */
export async function scheduleArticle(
  deps: Places,
  by: StaffRequest,
  place: { id: string; version: number; note: string },
  dueAt: Date,
): Promise<EditableArticle> {
  return changeDraft(deps, by, place, async (before, hand) => {
    if (dueAt <= hand.now) throw invalidField('for', 'must be in the future');
    refuseIncomplete(before.content);
    const draft = await kept(before, hand, 'scheduled', place.note);
    const scheduled = {
      dueRevision: draft.keptRevision,
      dueAt,
      scheduledAt: hand.now,
      scheduledBy: hand.me,
      reviewAt: null,
      reviewBy: null,
    };
    const detail = { revision: draft.keptRevision, for: dueAt.toISOString() };
    return { draft: { ...draft, ...scheduled }, action: 'article.scheduled', detail };
  });
}

/** Takes back what was to be published later; the working copy stays as it is. */
export async function unscheduleArticle(
  deps: Places,
  by: StaffRequest,
  place: { id: string; version: number },
): Promise<EditableArticle> {
  return changeDraft(deps, by, place, async (before) => ({
    draft: { ...before, ...nothingDue },
    action: 'article.unscheduled',
    detail: { for: before.dueAt?.toISOString() ?? null },
  }));
}
