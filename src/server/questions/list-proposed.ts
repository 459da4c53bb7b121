import type { Locale } from '../../contract/locale.ts';
import type { ProposedForArticle, ProposedQuestion, ProposedQuestions } from '../../contract/questions.ts';
import type { Deps } from '../deps.ts';
import { isAskedIn, versionFor } from '../help/article.ts';
import { openLibrary } from '../help/library.ts';
import { groupByMeaning } from '../help/ranking/group.ts';
import { type ProposedRow, waitingProposed, waitingStamp } from './proposed-store.ts';

/** The latest so many are listed: enough for a morning's work. */
const LISTED = 500;

function toQuestion({ id, text, locale, asked, how, lastAt }: ProposedRow): ProposedQuestion {
  return { id, text, locale, asked, how, lastAt: lastAt.toISOString() };
}

const timesAsked = ({ groups }: ProposedForArticle): number =>
  groups.flat().reduce((sum, { asked }) => sum + asked, 0);

/** What waits for an editor, by article and by meaning. What was added to an article by hand meanwhile is left out. */
export async function listProposed(
  deps: Pick<Deps, 'sql' | 'clock'>,
  locale: Locale,
): Promise<ProposedQuestions> {
  const [{ byId }, proposed, { waiting }] = await Promise.all([
    openLibrary(deps),
    waitingProposed(deps.sql, LISTED),
    waitingStamp(deps.sql),
  ]);
  const rows = [...Map.groupBy(proposed, ({ articleId }) => articleId)].flatMap(([id, all]) => {
    const article = byId.get(id);
    if (article === undefined) return [];
    const own = all.filter(({ text }) => !isAskedIn(article, text));
    const groups = groupByMeaning(own.map(({ text }) => text));
    const title = versionFor(article, locale)?.title ?? id;
    return own.length === 0
      ? []
      : [
          {
            article: { id, title },
            groups: groups.map((group) => group.map((at) => toQuestion(own[at] as ProposedRow))),
          },
        ];
  });
  return { rows: rows.sort((a, b) => timesAsked(b) - timesAsked(a)), waiting };
}
