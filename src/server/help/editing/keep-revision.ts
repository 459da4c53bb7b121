import type { EditableArticle, RevisionWhy } from '../../../contract/editing.ts';
import type { StaffRequest } from '../../agents/request-staff.ts';
import { refuseSecrets } from '../../guard/refuse-secrets.ts';
import { changeDraft, type Hand, type Places } from './change-draft.ts';
import type { Draft } from './draft.ts';
import { insertRevision } from './revision-store.ts';

/** Keeps the working copy for good, unless a revision holds this very text already. */
export async function kept(
  draft: Draft,
  { tx, now, me }: Hand,
  why: RevisionWhy,
  note = '',
): Promise<Draft & { keptRevision: number }> {
  refuseSecrets({ note });
  if (draft.keptRevision !== null && note === '') return { ...draft, keptRevision: draft.keptRevision };
  const revision = { articleId: draft.id, content: draft.content, at: now, by: me, why, note };
  return { ...draft, keptRevision: await insertRevision(tx, revision) };
}

/** Keeps the working copy as a revision, with a note on what it is. */
export async function keepRevision(
  deps: Places,
  by: StaffRequest,
  place: { id: string; version: number },
  note: string,
): Promise<EditableArticle> {
  return changeDraft(deps, by, place, async (before, hand) => {
    const draft = await kept(before, hand, 'kept', note);
    return { draft, action: 'article.kept', detail: { revision: draft.keptRevision } };
  });
}
