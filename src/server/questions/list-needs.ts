import type { WhyNot } from '../../contract/help.ts';
import type { Locale } from '../../contract/locale.ts';
import type { UnansweredGroup, UnhelpfulArticle, WritingNeeds } from '../../contract/questions.ts';
import type { Deps } from '../deps.ts';
import { versionFor } from '../help/article.ts';
import { countUnhelped, type Unhelped } from '../help/count-unhelped.ts';
import { type Answer, findAnswers } from '../help/find-answers.ts';
import { type Library, openLibrary } from '../help/library.ts';
import { groupByMeaning } from '../help/ranking/group.ts';
import { KEPT_DAYS, keptSince } from './forget-old.ts';
import { type UnansweredRow, waitingUnanswered } from './unanswered-store.ts';

type Places = Pick<Deps, 'sql' | 'clock' | 'config' | 'logger'>;

/** The latest so many questions are grouped. */
const LISTED = 500;
/** So many articles, and examples of each meaning, are an editor's week. */
const ARTICLES = 30;
/** Below this confidence the first article that is found has nothing to do with the question. */
const NEAR = 0.25;

const articleName = (id: string, title: string) => ({ id, title });

function nearestOf({ hits: [hit], confidence }: Answer, locale: Locale) {
  if (hit === undefined || confidence < NEAR) return null;
  return articleName(hit.article.id, versionFor(hit.article, locale)?.title ?? hit.article.id);
}

/** Questions without an answer, by meaning. What an article answers by now is left out. */
async function unanswered(deps: Places, locale: Locale, since: Date): Promise<UnansweredGroup[]> {
  const waiting = await waitingUnanswered(deps.sql, { since, limit: LISTED });
  const left: { row: UnansweredRow; answer: Answer }[] = [];
  for (const row of waiting) {
    const answer = await findAnswers(deps, { question: row.text, locale: row.locale, limit: 1 });
    if (!answer.fits) left.push({ row, answer });
  }
  return groupByMeaning(left.map(({ row }) => row.text))
    .map((places) => places.map((place) => left[place] as (typeof left)[number]))
    .map((group) => ({
      questions: group.map(({ row: { lastAt, ...row } }) => ({ ...row, lastAt: lastAt.toISOString() })),
      asked: group.reduce((sum, { row }) => sum + row.asked, 0),
      nearest: group[0] === undefined ? null : nearestOf(group[0].answer, locale),
    }))
    .sort((a, b) => b.asked - a.asked);
}

function reasonsOf(reasons: Unhelped['reasons']): { why: WhyNot; count: number }[] {
  return [...Map.groupBy(reasons, ({ why }) => why)]
    .map(([why, all]) => ({ why, count: all.length }))
    .sort((a, b) => b.count - a.count);
}

function unhelpful({ byId }: Library, locale: Locale, said: Unhelped): UnhelpfulArticle[] {
  const article = byId.get(said.articleId);
  if (article === undefined) return [];
  const asked = said.reasons.flatMap(({ question, ...rest }) =>
    question === null ? [] : { ...rest, text: question },
  );
  const groups = groupByMeaning(asked.map(({ text }) => text)).map((places) =>
    places.map((place) => asked[place] as (typeof asked)[number]),
  );
  return [
    {
      article: articleName(article.id, versionFor(article, locale)?.title ?? article.id),
      solved: said.solved,
      unsolved: said.unsolved,
      toPerson: said.reasons.length,
      reasons: reasonsOf(said.reasons),
      groups: groups.map((group) =>
        group.map(({ text, locale: spoken, why }) => ({ text, locale: spoken, why })),
      ),
    },
  ];
}

/** What to write next: what customers looked for and did not find, and the articles that did not help them. */
export async function listNeeds(deps: Places, locale: Locale): Promise<WritingNeeds> {
  const since = keptSince(deps.clock.now());
  const [library, said, groups] = await Promise.all([
    openLibrary(deps),
    countUnhelped(deps.sql, since),
    unanswered(deps, locale, since),
  ]);
  const articles = said
    .flatMap((each) => unhelpful(library, locale, each))
    .sort((a, b) => b.toPerson - a.toPerson || b.unsolved - a.unsolved)
    .slice(0, ARTICLES);
  return { days: KEPT_DAYS, unanswered: groups, articles };
}
