import type { Sql } from 'postgres';
import type { Clock } from '../platform/clock.ts';
import type { StoredArticle } from './article.ts';
import { readArticles, readRevision } from './store.ts';

/** All articles in memory, as they stood at `revision`. */
export interface Library {
  readonly revision: string;
  readonly articles: readonly StoredArticle[];
  readonly byId: ReadonlyMap<string, StoredArticle>;
}

interface Shelf {
  library: Promise<Library>;
  checkedAt: number;
}

/** How long articles are taken for current before the database is asked whether another node changed them. */
const CHECK_EVERY_MS = 300;

const shelves = new WeakMap<Sql, Shelf>();

/** Arranges articles for reading; pure. An article without a version in any language is left out. */
function arrange(revision: string, all: readonly StoredArticle[]): Library {
  const articles = all.filter((article) => article.versions.length > 0);
  return {
    revision,
    articles,
    byId: new Map(articles.map((article) => [article.id, article])),
  };
}

async function refresh(sql: Sql, before?: Library): Promise<Library> {
  // The revision is read first: a change in between is then seen at the next check, never missed.
  const revision = await readRevision(sql);
  return before?.revision === revision ? before : arrange(revision, await readArticles(sql));
}

/** The articles, at most a third of a second old. A failed read is not kept: the next caller asks again. */
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
