import type { Sql } from 'postgres';
import type { Clock } from '../platform/clock.ts';
import type { StoredArticle } from './article.ts';
import { readArticles, readRevision, readStamps } from './store.ts';

/** All articles in memory, as they stood at `revision`. */
export interface Library {
  readonly revision: string;
  readonly articles: readonly StoredArticle[];
  readonly byId: ReadonlyMap<string, StoredArticle>;
  /** What each article was read as: it is read again once the database says another. */
  readonly stamps: ReadonlyMap<string, string>;
}

interface Shelf {
  library: Promise<Library>;
  checkedAt: number;
}

/** How long articles are taken for current before the database is asked whether another node changed them. */
const CHECK_EVERY_MS = 300;

const shelves = new WeakMap<Sql, Shelf>();

/** Reads what changed; an article that did not stays the very same object. One without a version in any language is left out. */
async function refresh(sql: Sql, before?: Library): Promise<Library> {
  // The revision is read first: a change in between is then seen at the next check, never missed.
  const revision = await readRevision(sql);
  if (before?.revision === revision) return before;
  const stamps = await readStamps(sql);
  const changed = [...stamps.keys()].filter((id) => stamps.get(id) !== before?.stamps.get(id));
  const fresh = new Map((await readArticles(sql, changed)).map((article) => [article.id, article]));
  const articles = [...stamps.keys()].flatMap((id) => fresh.get(id) ?? before?.byId.get(id) ?? []);
  const written = articles.filter((article) => article.versions.length > 0);
  return { revision, articles: written, byId: new Map(written.map((each) => [each.id, each])), stamps };
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

/** Whether an article can be read and belongs to a topic; to any without one. */
export const inTopic =
  ({ byId }: Library, topic: string | undefined) =>
  (id: string): boolean => {
    const article = byId.get(id);
    return article !== undefined && (topic === undefined || article.topic === topic);
  };

/** Has the next caller ask the database, so that a change just made here shows at once. */
export function closeLibrary(sql: Sql): void {
  const shelf = shelves.get(sql);
  if (shelf !== undefined) shelf.checkedAt = Number.NEGATIVE_INFINITY;
}
