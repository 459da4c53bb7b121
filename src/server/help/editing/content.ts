import type { ArticleContent, ArticleText } from '../../../contract/editing.ts';
import { type Locale, locales } from '../../../contract/locale.ts';
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

/** What customers would read of this. `related` names what can be read now. */
export function storedOf(id: string, content: ArticleContent, related: readonly string[]): StoredArticle {
  const { topic, position, terms, contact, versions } = content;
  const written = locales.flatMap((locale) => {
    const text = versions[locale];
    return text === null ? [] : { locale, ...text };
  });
  return { id, topic, position, related, terms, contact, versions: written };
}
