import type { EditableArticle } from '../../../contract/editing.ts';
import type { StaffRequest } from '../../agents/request-staff.ts';
import { changeShown, type Places } from './change-draft.ts';
import { refuseFormerId, refuseTakenId } from './create-article.ts';
import * as published from './published-store.ts';

/**
 * Gives an article another id, and with it another address; the old one leads to it for good.
 * @throws AppError `article-id-taken`
 */
export async function renameArticle(
  deps: Places,
  by: StaffRequest,
  place: { id: string; version: number },
  id: string,
): Promise<EditableArticle> {
  return changeShown(deps, by, place, async (before, { tx, now }) => {
    if (id !== place.id) {
      await refuseFormerId(tx, id, place.id);
      await published.renameArticle(tx, place.id, id, now).catch(refuseTakenId);
    }
    return { draft: { ...before, id }, action: 'article.renamed', detail: { from: place.id } };
  });
}
