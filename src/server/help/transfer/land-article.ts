import type { ArticleContent } from '../../../contract/editing.ts';
import type { Hand } from '../editing/change-draft.ts';
import { refuseFormerId, refuseTakenId } from '../editing/create-article.ts';
import { type Draft, newDraft } from '../editing/draft.ts';
import { kept } from '../editing/keep-revision.ts';
import { publish } from '../editing/publish-article.ts';
import { insertArticle } from '../editing/published-store.ts';
import { keepForOther } from '../editing/save-draft.ts';
import { insertDraft, updateDraft } from '../editing/store.ts';

async function begun(hand: Hand, id: string, content: ArticleContent): Promise<Draft> {
  await refuseFormerId(hand.tx, id);
  await insertArticle(hand.tx, id, content).catch(refuseTakenId);
  const draft = newDraft(id, content, hand.now, hand.me);
  await insertDraft(hand.tx, draft);
  return draft;
}

/**
 * Makes what came from a file the working copy, kept as a revision. `before` is the draft that is there, locked; what
 * somebody had not kept of it is kept.
 * @throws AppError `article-id-taken` when the id was taken meanwhile
 */
export async function landArticle(
  hand: Hand,
  before: Draft | null,
  {
    id,
    content,
    note,
    publish: shown,
  }: { id: string; content: ArticleContent; note: string; publish: boolean },
): Promise<void> {
  if (before !== null) await keepForOther(hand, before);
  const draft = before ?? (await begun(hand, id, content));
  const changed = { ...draft, content, keptRevision: null };
  const landed = await kept(changed, hand, 'imported', note);
  const last = shown ? await publish(landed, hand, '') : landed;
  await updateDraft(hand.tx, {
    ...last,
    version: draft.version + 1,
    changedAt: hand.now,
    changedBy: hand.me,
  });
}
