import type { EditableArticle } from '../../../contract/editing.ts';
import type { StaffRequest } from '../../agents/request-staff.ts';
import { changeShown, type Hand, type Places } from './change-draft.ts';
import { refuseIncomplete } from './complete.ts';
import type { Draft } from './draft.ts';
import { kept } from './keep-revision.ts';
import { putPublished } from './published-store.ts';

/** What no longer waits once an article is published. */
export const nothingDue = { dueRevision: null, dueAt: null, scheduledAt: null, scheduledBy: null } as const;

/** The working copy becomes what customers read. @throws AppError `invalid-input` when something is missing */
export async function publish(
  before: Draft,
  hand: Hand,
  note: string,
): Promise<Draft & { keptRevision: number }> {
  refuseIncomplete(before.content);
  const draft = await kept(before, hand, 'published', note);
  await putPublished(hand.tx, draft.id, draft.content);
  return {
    ...draft,
    ...nothingDue,
    reviewAt: null,
    reviewBy: null,
    liveRevision: draft.keptRevision,
    publishedAt: hand.now,
    publishedBy: hand.me,
  };
}

/** Publishes the working copy at once; the note says what is new in it. */
export async function publishArticle(
  deps: Places,
  by: StaffRequest,
  place: { id: string; version: number; note: string },
): Promise<EditableArticle> {
  return changeShown(deps, by, place, async (before, hand) => {
    const draft = await publish(before, hand, place.note);
    return { draft, action: 'article.published', detail: { revision: draft.keptRevision } };
  });
}
