import type { StoredArticle } from './article.ts';
import type { Rankable } from './ranking/model.ts';

/** Where links lead to, which nobody searches for. */
const targets = /\]\([^)]*\)/g;

/** Kept for as long as the article is: most articles stand as they were whenever one is edited. */
const known = new WeakMap<StoredArticle, Rankable>();

/** What an article is found by: its words in all languages, for customers ask in any. */
export function rankable(article: StoredArticle): Rankable {
  const kept = known.get(article);
  if (kept !== undefined) return kept;
  const { id, contact, versions } = article;
  const [title = '', ...titles] = versions.map((version) => version.title);
  const words: Rankable = {
    id,
    title,
    similar: [...titles, ...versions.flatMap(({ similar }) => similar)],
    keywords: versions.flatMap(({ keywords }) => keywords),
    answer: versions.map(({ answer }) => answer).join('\n'),
    body: versions.map(({ body }) => body.replace(targets, ']')).join('\n'),
    urgency: contact === 'urgent' ? 'P1' : undefined,
  };
  known.set(article, words);
  return words;
}
