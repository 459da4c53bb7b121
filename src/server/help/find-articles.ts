import { type ArticleSummary, QUESTION_MAX } from '../../contract/help.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { type StoredArticle, versionFor } from './article.ts';
import { openLibrary } from './library.ts';

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

/** Articles that answer a question, best first; without a question all of them, in the order of their topics. */
export async function findArticles(
  deps: Pick<Deps, 'sql' | 'clock'>,
  wanted: Wanted,
): Promise<ArticleSummary[]> {
  const library = await openLibrary(deps);
  const question = wanted.question?.slice(0, QUESTION_MAX).trim() ?? '';
  const found =
    question === ''
      ? library.articles
      : library.rankers[wanted.locale](question, library.articles.length).flatMap(
          ({ id }) => library.byId.get(id) ?? [],
        );
  return found
    .filter((article) => wanted.topic === undefined || article.topic === wanted.topic)
    .slice(0, wanted.limit)
    .flatMap((article) => summaryOf(article, wanted.locale) ?? []);
}
