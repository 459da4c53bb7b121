import type { ISql } from 'postgres';
import type { Locale } from '../../contract/locale.ts';
import type { ProposedHow } from '../../contract/questions.ts';
import type { Deps } from '../deps.ts';
import { isAskedIn } from '../help/article.ts';
import { findMoved } from '../help/find-moved.ts';
import { openLibrary } from '../help/library.ts';
import { keepable } from './keepable.ts';
import { addProposed } from './proposed-store.ts';

/** A question that an article answered. */
export interface Answered {
  /** The article, maybe by a name that it had. */
  readonly articleId: string;
  readonly locale: Locale;
  readonly question: string;
  readonly how: ProposedHow;
  readonly at: Date;
}

/**
 * Proposes a question as a similar one of the article that answered it, unless it says who asked or the article has it already.
 * @param sql where it is written: a transaction, or the database
 */
export async function proposeQuestion(
  deps: Pick<Deps, 'sql' | 'clock'>,
  { articleId, question, ...answered }: Answered,
  sql: ISql = deps.sql,
): Promise<void> {
  const kept = keepable(question, answered.locale);
  if (kept === null) return;
  const { byId } = await openLibrary(deps);
  const moved = byId.has(articleId) ? null : await findMoved(deps, articleId, answered.locale);
  const article = byId.get(moved?.article?.id ?? articleId);
  if (article === undefined || isAskedIn(article, kept.text)) return;
  await addProposed(sql, { ...answered, articleId: article.id, question: kept });
}
