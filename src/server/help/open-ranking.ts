import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from 'postgres';
import type { Deps } from '../deps.ts';
import type { StoredArticle } from './article.ts';
import { type Library, openLibrary } from './library.ts';
import { learn } from './ranking/learn.ts';
import type { Rankable } from './ranking/model.ts';
import { type Ranker, rankerOf } from './ranking/rank.ts';

interface Shelf {
  /** The revision of the articles that is being learned, or was last. */
  readonly revision: string;
  /** A ranking of that revision that is good enough to begin with. */
  readonly quick: Promise<Ranker>;
  readonly whole: Promise<Ranker>;
  /** The ranking of that revision, once it is complete. */
  complete: Ranker | null;
}

/** How long a question waits for the whole ranking of a change just made; then the quick one answers. */
const PATIENCE_MS = 500;

const shelves = new WeakMap<Sql, Shelf>();

/** Where links lead to, which nobody searches for. */
const targets = /\]\([^)]*\)/g;

/** What an article is found by: its words in all languages, for customers ask in any. */
function rankable({ id, contact, versions }: StoredArticle): Rankable {
  const [title = '', ...titles] = versions.map((version) => version.title);
  return {
    id,
    title,
    similar: [...titles, ...versions.flatMap(({ similar }) => similar)],
    keywords: versions.flatMap(({ keywords }) => keywords),
    answer: versions.map(({ answer }) => answer).join('\n'),
    body: versions.map(({ body }) => body.replace(targets, ']')).join('\n'),
    urgency: contact === 'urgent' ? 'P1' : undefined,
  };
}

/** Begins to learn a revision; what is complete is put in place at once, whole. */
function begin({ sql, config, logger }: Pick<Deps, 'sql' | 'config' | 'logger'>, library: Library): Shelf {
  const articles = library.articles.map(rankable);
  const { quick, whole } = learn({ folder: join(config.dataDir, 'search'), articles });
  const shelf: Shelf = {
    revision: library.revision,
    quick: quick.then(rankerOf),
    whole: whole.then(rankerOf),
    complete: null,
  };
  shelves.set(sql, shelf);
  shelf.whole.then(
    (ranker) => {
      shelf.complete = ranker;
    },
    (error: unknown) => {
      logger.error({ err: error }, 'the ranking of the articles could not be learned');
      if (shelves.get(sql) === shelf) shelves.delete(sql);
    },
  );
  shelf.quick.catch(() => undefined);
  return shelf;
}

/** The ranking of a library. */
export async function openRanking(
  deps: Pick<Deps, 'sql' | 'config' | 'logger'>,
  library: Library,
): Promise<Ranker> {
  const known = shelves.get(deps.sql);
  const { quick, whole, complete } = known?.revision === library.revision ? known : begin(deps, library);
  if (complete !== null) return complete;
  return Promise.race([whole, wait(PATIENCE_MS, null, { ref: false }).then(() => quick)]);
}

/** Begins to learn the ranking before anybody asks, so that the first question is answered at once. */
export function warmRanking(deps: Pick<Deps, 'sql' | 'clock' | 'config' | 'logger'>): void {
  openLibrary(deps)
    .then((library) => openRanking(deps, library))
    // Whoever asks later is told of it.
    .catch(() => undefined);
}
