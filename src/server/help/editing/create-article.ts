import type { TransactionSql } from 'postgres';
import type { EditableArticle, NewArticle } from '../../../contract/editing.ts';
import type { StaffRequest } from '../../agents/request-staff.ts';
import { refuseSecrets } from '../../guard/refuse-secrets.ts';
import { AppError } from '../../platform/app-error.ts';
import { refuseTaken } from '../../platform/taken.ts';
import { inHand, type Places, writeDraft } from './change-draft.ts';
import { newDraft } from './draft.ts';
import { kept } from './keep-revision.ts';
import { insertArticle, movedTo } from './published-store.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { insertDraft } from './store.ts';

export const refuseTakenId = refuseTaken({ articles_pkey: ['article-id-taken', 'id'] });

/** @throws AppError `article-id-taken`: an old name of another article stays its own, because links lead there */
export async function refuseFormerId(tx: TransactionSql, id: string, except?: string): Promise<void> {
  const owner = await movedTo(tx, id);
  if (owner === null || owner === except) return;
  throw new AppError('article-id-taken', {}, [{ path: 'id', message: 'is already taken' }]);
}

/**
 * Begins an article; customers do not see it until it is published.
 * @throws AppError `article-id-taken`, `invalid-input` for an unknown topic or owner
 */
export async function createArticle(
  deps: Places,
  by: StaffRequest,
  { id, content }: NewArticle,
): Promise<EditableArticle> {
  return inHand(deps, by, async (hand) => {
    const { tx, now, me } = hand;
    refuseSecrets(content.versions, { sureOnly: true, at: 'content.versions' });
    await refuseUnknown(tx, content);
    await refuseFormerId(tx, id);
    await insertArticle(tx, id, content).catch(refuseTakenId);
    const begun = newDraft(id, content, now, me);
    await insertDraft(tx, begun);
    const draft = await kept(begun, hand, 'created');
    return writeDraft(hand, by, { draft, action: 'article.created', detail: { topic: content.topic } });
  });
}
