import { isDeepStrictEqual } from 'node:util';
import type { ArticleContent, EditableArticle } from '../../../contract/editing.ts';
import type { StaffRequest } from '../../agents/request-staff.ts';
import { audit } from '../../audit/audit.ts';
import { refuseSecrets } from '../../guard/refuse-secrets.ts';
import { type Hand, inHand, lockEditable, type Places, refuseStale } from './change-draft.ts';
import type { Draft } from './draft.ts';
import { pathsChanged } from './paths-changed.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { insertRevision } from './revision-store.ts';
import { updateDraft } from './store.ts';
import { viewOf } from './view.ts';

/** Saves that follow each other within this time are one piece of work, with one line in the audit. */
const ONE_WORK_MS = 10 * 60 * 1000;

/** Somebody goes on from what another has not kept: the other's words are kept, whatever becomes of them. */
export async function keepForOther({ tx, now, me }: Hand, draft: Draft): Promise<void> {
  const { id: articleId, content, changedBy: by, keptRevision } = draft;
  if (keptRevision !== null || by?.id === me?.id) return;
  await insertRevision(tx, { articleId, content, at: now, by, why: 'handed-over', note: '' });
}

/** Whether this save begins a piece of work, which leaves its line; those that follow only go on with it. */
const beginsWork = ({ changedBy, changedAt, keptRevision }: Draft, { me, now }: Hand): boolean =>
  changedBy?.id !== me?.id || keptRevision !== null || now.getTime() - changedAt.getTime() > ONE_WORK_MS;

/**
 * Saves the working copy; called while somebody types, so that a crash costs no more than the last words. The same
 * content again changes nothing, which makes a save safe to repeat when its answer was lost.
 * @throws AppError `not-found`, `article-archived`, `edited-meanwhile`, `invalid-input` for an unknown topic or owner
 */
export async function saveDraft(
  deps: Places,
  by: StaffRequest,
  id: string,
  { version, content }: { version: number; content: ArticleContent },
): Promise<EditableArticle> {
  return inHand(deps, by, async (hand) => {
    const { tx, now, me } = hand;
    const before = await lockEditable(tx, id);
    if (isDeepStrictEqual(before.content, content)) return viewOf(tx, before);
    refuseStale(deps, before, version);
    refuseSecrets(content.versions, { sureOnly: true, at: 'content.versions' });
    await refuseUnknown(tx, content);
    await keepForOther(hand, before);
    const after: Draft = {
      ...before,
      content,
      version: version + 1,
      changedAt: now,
      changedBy: me,
      keptRevision: null,
    };
    await updateDraft(tx, after);
    if (beginsWork(before, hand)) {
      const fields = pathsChanged(before.content, content);
      await audit(tx, by, 'article.changed', { kind: 'article', id }, { fields });
    }
    return viewOf(tx, after);
  });
}
