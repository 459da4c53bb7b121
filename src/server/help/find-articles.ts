import { type ArticleSummary, QUESTION_MAX } from '../../contract/help.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { type StoredArticle, versionFor } from './article.ts';
import { inTopic, type Library, openLibrary } from './library.ts';
import { openRanking } from './open-ranking.ts';

/** An article as a line of a list, in `locale` where it is written in it. */
export function summaryOf(article: StoredArticle, locale: Locale): ArticleSummary | null {
  const version = versionFor(article, locale);
  if (version === undefined) return null;
  const { locale: written, title, answer, reviewedOn } = version;
  return { id: article.id, topic: article.topic, locale: written, title, answer, reviewedOn };
}

interface Wanted {
  locale: Locale;
  question?: string | undefined;
  topic?: string | undefined;
  limit: number;
}

async function ranked(
  deps: Pick<Deps, 'sql' | 'config' | 'logger'>,
  library: Library,
  question: string,
  { topic, limit }: Wanted,
): Promise<StoredArticle[]> {
  const rank = await openRanking(deps, library);
  const { hits } = rank(question, limit, inTopic(library, topic));
  return hits.flatMap(({ id }) => library.byId.get(id) ?? []);
}

/** Articles that answer a question, best first; without a question all of them, in the order of their topics. */
export async function findArticles(
  deps: Pick<Deps, 'sql' | 'clock' | 'config' | 'logger'>,
  wanted: Wanted,
): Promise<ArticleSummary[]> {
  const library = await openLibrary(deps);
  const question = wanted.question?.slice(0, QUESTION_MAX).trim() ?? '';
  const inThis = inTopic(library, wanted.topic);
  const found =
    question === ''
      ? library.articles.filter(({ id }) => inThis(id))
      : await ranked(deps, library, question, wanted);
  return found.slice(0, wanted.limit).flatMap((article) => summaryOf(article, wanted.locale) ?? []);
}

/** How many articles each topic has. */
export function countByTopic(articles: readonly ArticleSummary[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { topic } of articles) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}

/** Articles taken in turn from each topic, in the order of `topics`: the first of each, then the second of each... */
export function oneOfEach(articles: readonly ArticleSummary[], topics: readonly string[]): ArticleSummary[] {
  const shelves = topics.map((topic) => articles.filter((article) => article.topic === topic));
  const rounds = Math.max(0, ...shelves.map((shelf) => shelf.length));
  return Array.from({ length: rounds }, (_, round) => shelves.flatMap((shelf) => shelf[round] ?? [])).flat();
}
