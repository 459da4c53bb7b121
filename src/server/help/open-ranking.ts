import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Sql } from 'postgres';
import type { Deps } from '../deps.ts';
import { type Library, openLibrary } from './library.ts';
import { rankable } from './rankable.ts';
import { amend, type Changes, changesBetween } from './ranking/amend.ts';
import { keptModel } from './ranking/keep-model.ts';
import { type Learning, learn } from './ranking/learn.ts';
import type { Model, Rankable } from './ranking/model.ts';
import { type Ranker, rankerOf } from './ranking/rank.ts';
import { train } from './ranking/train.ts';

type Places = Pick<Deps, 'sql' | 'config' | 'logger'>;

/** A model with the articles it was learned from. */
interface Base {
  readonly articles: readonly Rankable[];
  readonly model: Model;
}

/** What a node ranks with. */
interface Shelf {
  base: Base;
  /** The ranking of a revision of the library, as it stands or on its way. */
  shown: { readonly revision: string; readonly ranker: Promise<Ranker> } | null;
  /** The articles that were asked for last. */
  latest: readonly Rankable[];
  /** What is being learned: one model at a time. */
  learning: Learning | null;
  /** Whether everything is to be learned anew once there is quiet. */
  stale: boolean;
}

/** Comes with the product: the model of the starter content, made by `npm run build`. */
export const shippedModels = fileURLToPath(new URL('../../../dist/search/', import.meta.url));

/** How long a question waits for what is learned; then the quick model answers, or the one before a large change. */
const PATIENCE_MS = 500;
/** So many changed articles are learned beside the last model while a question waits, in a few milliseconds each. */
const FEW = 8;
/** Editors save often: everything is learned anew once nothing has changed for so long. */
const QUIET_MS = 5_000;

const shelves = new WeakMap<Sql, Shelf>();

function shelfFor(sql: Sql): Shelf {
  const known = shelves.get(sql);
  if (known !== undefined) return known;
  const base = { articles: [], model: train([]) };
  const shelf: Shelf = { base, shown: null, latest: [], learning: null, stale: false };
  shelves.set(sql, shelf);
  return shelf;
}

/** Puts a model in place, whole. What changed since it was begun is learned beside it by whoever asks next. */
function put(shelf: Shelf, base: Base): void {
  shelf.base = base;
  shelf.shown = null;
}

const modelsFolder = ({ config }: Places): string => join(config.dataDir, 'search');

/** Learns articles on another thread and puts the whole model in place; before it the quick one, where that is better than none. */
function learnAnew(places: Places, shelf: Shelf, articles: readonly Rankable[], soon: boolean): Learning {
  const learning = learn({ folder: modelsFolder(places), articles });
  shelf.learning = learning;
  if (soon) learning.quick.then((model) => put(shelf, { articles, model })).catch(() => undefined);
  learning.whole
    .then((model) => put(shelf, { articles, model }))
    .catch((error: unknown) => {
      places.logger.error({ err: error }, 'the ranking of the articles could not be learned');
    })
    .finally(() => {
      shelf.learning = null;
    });
  return learning;
}

/** Learns everything anew in the background, once there was quiet for a while. */
async function renew(places: Places, shelf: Shelf): Promise<void> {
  if (shelf.stale) return;
  shelf.stale = true;
  let articles: readonly Rankable[];
  do {
    articles = shelf.latest;
    await wait(QUIET_MS, null, { ref: false });
  } while (articles !== shelf.latest);
  shelf.stale = false;
  if (shelf.learning === null) learnAnew(places, shelf, articles, false);
}

/** Sees to a model for articles most of which are new: the one that is kept of them, else one that is learned. */
async function begin(places: Places, shelf: Shelf, articles: readonly Rankable[]): Promise<void> {
  const kept = await keptModel([shippedModels, modelsFolder(places)], articles);
  if (kept !== null) {
    shelf.base = { articles, model: kept };
    return;
  }
  const { quick, whole } = shelf.learning ?? learnAnew(places, shelf, articles, true);
  const patience = wait(PATIENCE_MS, null, { ref: false });
  await Promise.race([whole, patience.then(() => (shelf.base.articles.length === 0 ? quick : null))]);
}

const isFew = ({ gone }: Changes): boolean => gone.size <= FEW;

async function rankerFor(places: Places, shelf: Shelf, articles: readonly Rankable[]): Promise<Ranker> {
  const seen = changesBetween(shelf.base.articles, articles);
  if (!isFew(seen)) await begin(places, shelf, articles);
  else if (seen.gone.size > 0) void renew(places, shelf);
  const { base } = shelf;
  const changes = changesBetween(base.articles, articles);
  return changes.gone.size > 0 && isFew(changes)
    ? rankerOf(base.model, amend(base.model, changes))
    : rankerOf(base.model);
}

/** The ranking of a library. */
export async function openRanking(places: Places, library: Library): Promise<Ranker> {
  const shelf = shelfFor(places.sql);
  if (shelf.shown?.revision === library.revision) return shelf.shown.ranker;
  const articles = library.articles.map(rankable);
  shelf.latest = articles;
  const shown = { revision: library.revision, ranker: rankerFor(places, shelf, articles) };
  shelf.shown = shown;
  shown.ranker.catch(() => {
    if (shelf.shown === shown) shelf.shown = null;
  });
  return shown.ranker;
}

/** Sees to the ranking before anybody asks, so that the first question is answered at once. */
export function warmRanking(deps: Places & Pick<Deps, 'clock'>): void {
  openLibrary(deps)
    .then((library) => openRanking(deps, library))
    // Whoever asks later is told of it.
    .catch(() => undefined);
}
