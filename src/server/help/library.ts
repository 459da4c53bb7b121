import type { Sql } from 'postgres';
import type { Locale } from '../../contract/locale.ts';
import { locales } from '../../contract/locale.ts';
import type { Clock } from '../platform/clock.ts';
import { type StoredArticle, versionFor } from './article.ts';
import { plainText } from './markdown.ts';
import { buildRanker, type Rankable, type Ranker } from './rank.ts';
import { readArticles, readRevision } from './store.ts';

/** All articles in memory, as they stood at `revision`, with a ranking for each language. */
export interface Library {
  readonly revision: string;
  readonly articles: readonly StoredArticle[];
  readonly byId: ReadonlyMap<string, StoredArticle>;
  readonly rankers: Readonly<Record<Locale, Ranker>>;
}

interface Shelf {
  library: Promise<Library>;
  checkedAt: number;
}

/** How long articles are taken for current before the database is asked whether another node changed them. */
const CHECK_EVERY_MS = 2_000;

const shelves = new WeakMap<Sql, Shelf>();

/** What an article is found by: its words, and its questions in the other languages, for whoever asks in those. */
function rankable(article: StoredArticle, locale: Locale): Rankable | null {
  const version = versionFor(article, locale);
  if (version === undefined) return null;
  const others = article.versions.filter((other) => other !== version);
  return {
    ...version,
    id: article.id,
    similar: [...version.similar, ...others.flatMap(({ title, similar }) => [title, ...similar])],
    keywords: [...version.keywords, ...others.flatMap(({ keywords }) => keywords)],
    body: plainText(version.body),
  };
}

function rankerFor(articles: readonly StoredArticle[], locale: Locale): Ranker {
  return buildRanker(articles.flatMap((article) => rankable(article, locale) ?? []));
}

/** Arranges articles for reading; pure. An article without a version in any language is left out. */
export function arrange(revision: string, all: readonly StoredArticle[]): Library {
  const articles = all.filter((article) => article.versions.length > 0);
  const rankers = Object.fromEntries(locales.map((locale) => [locale, rankerFor(articles, locale)]));
  return {
    revision,
    articles,
    byId: new Map(articles.map((article) => [article.id, article])),
    rankers: rankers as Record<Locale, Ranker>,
  };
}

async function refresh(sql: Sql, before?: Library): Promise<Library> {
  // The revision is read first: a change in between is then seen at the next check, never missed.
  const revision = await readRevision(sql);
  return before?.revision === revision ? before : arrange(revision, await readArticles(sql));
}

/** The articles, at most two seconds old. A failed read is not kept: the next caller asks again. */
export async function openLibrary({ sql, clock }: { sql: Sql; clock: Clock }): Promise<Library> {
  const now = clock.now().getTime();
  const shelf = shelves.get(sql);
  if (shelf !== undefined && Math.abs(now - shelf.checkedAt) < CHECK_EVERY_MS) return shelf.library;
  const before = await shelf?.library.catch(() => undefined);
  const library = refresh(sql, before);
  shelves.set(sql, { library, checkedAt: now });
  library.catch(() => shelves.delete(sql));
  return library;
}

/** Forgets what is in memory, so that a change just made here shows at once. */
export function closeLibrary(sql: Sql): void {
  shelves.delete(sql);
}
