import type { ContactAdvice } from '../../contract/help.ts';
import type { Locale } from '../../contract/locale.ts';
import { exactHash } from './ranking/exact.ts';

/** An article's words in one language; `body` is Markdown, `reviewedOn` is YYYY-MM-DD. */
export interface ArticleVersion {
  readonly locale: Locale;
  readonly title: string;
  readonly answer: string;
  readonly body: string;
  readonly similar: readonly string[];
  readonly keywords: readonly string[];
  readonly prepare: readonly string[];
  readonly reviewedOn: string;
}

/** One subject of the help centre. `related` names other articles, which may have been removed since. */
export interface StoredArticle {
  readonly id: string;
  readonly topic: string;
  readonly position: number;
  readonly related: readonly string[];
  /** Glossary entries that are explained beside it, which may have been removed since. */
  readonly terms: readonly string[];
  readonly contact: ContactAdvice;
  readonly versions: readonly ArticleVersion[];
}

/** The words in `locale`, else in whatever language there is. */
export function versionFor(article: StoredArticle, locale: Locale): ArticleVersion | undefined {
  return article.versions.find((version) => version.locale === locale) ?? article.versions[0];
}

/** Whether an article is asked for in these very words, however they are written. */
export function isAskedIn({ versions }: Pick<StoredArticle, 'versions'>, question: string): boolean {
  const wanted = exactHash(question);
  return versions.some(({ title, similar }) =>
    [title, ...similar].some((text) => exactHash(text) === wanted),
  );
}
