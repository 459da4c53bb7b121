import type { Article } from '../../contract/help.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { type ArticleVersion, type StoredArticle, versionFor } from './article.ts';
import { summaryOf } from './find-articles.ts';
import { type Library, openLibrary } from './library.ts';
import { renderMarkdown } from './markdown.ts';

const rendered = new WeakMap<ArticleVersion, string>();

function bodyOf(version: ArticleVersion): string {
  const known = rendered.get(version);
  if (known !== undefined) return known;
  const html = renderMarkdown(version.body);
  rendered.set(version, html);
  return html;
}

/** An article with its body as safe HTML and its related articles, in `locale` where it is written in it. */
export function showArticle(article: StoredArticle, byId: Library['byId'], locale: Locale): Article | null {
  const version = versionFor(article, locale);
  const summary = summaryOf(article, locale);
  if (version === undefined || summary === null) return null;
  const related = article.related.flatMap((other) => byId.get(other) ?? []);
  return {
    ...summary,
    html: bodyOf(version),
    prepare: [...version.prepare],
    contact: article.contact,
    terms: [...article.terms],
    related: related.flatMap((other) => summaryOf(other, locale) ?? []),
    written: article.versions.map((written) => written.locale),
  };
}

/** The article that customers read under this id; null when there is none. */
export async function readArticle(
  deps: Pick<Deps, 'sql' | 'clock'>,
  id: string,
  locale: Locale,
): Promise<Article | null> {
  const { byId } = await openLibrary(deps);
  const article = byId.get(id);
  return article === undefined ? null : showArticle(article, byId, locale);
}
