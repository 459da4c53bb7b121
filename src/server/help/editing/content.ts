import type { ArticleContent, ArticleText } from '../../../contract/editing.ts';
import type { Locale } from '../../../contract/locale.ts';
import type { StoredArticle } from '../article.ts';

function textOf({ versions }: StoredArticle, locale: Locale): ArticleText | null {
  const version = versions.find((written) => written.locale === locale);
  if (version === undefined) return null;
  const { title, answer, body, similar, keywords, prepare, reviewedOn } = version;
  return {
    title,
    answer,
    body,
    similar: [...similar],
    keywords: [...keywords],
    prepare: [...prepare],
    reviewedOn,
  };
}

/** What an editor would have written for this article. */
export function contentOf(article: StoredArticle): ArticleContent {
  const { topic, position, related, terms, contact } = article;
  return {
    topic,
    position,
    related: [...related],
    terms: [...terms],
    contact,
    ownerId: null,
    versions: { 'zh-CN': textOf(article, 'zh-CN'), en: textOf(article, 'en') },
  };
}
