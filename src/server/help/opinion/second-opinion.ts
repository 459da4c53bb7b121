import type { Sql } from 'postgres';
import type { Deps } from '../../deps.ts';
import type { StoredArticle } from '../article.ts';
import type { FoundAnswer } from '../find-answers.ts';
import { blend } from './blend.ts';
import { embed } from './embed.ts';

type Places = Pick<Deps, 'sql' | 'clock' | 'config' | 'logger'>;

/** A question waits no longer for it. */
const QUESTION_MS = 400;
const ARTICLES_MS = 20_000;
/** After a failure it is left alone for so long, so that no question waits for what is not there. */
const REST_MS = 30_000;
/** Articles that are asked for in one request. */
const BATCH = 64;
/** So many similar questions speak for an article: endpoints limit how long a text may be. */
const SPEAKING = 10;

interface Shelf {
  readonly vectors: WeakMap<StoredArticle, Float32Array>;
  learning: boolean;
  restsUntil: number;
}

const shelves = new WeakMap<Sql, Shelf>();

function shelfFor(sql: Sql): Shelf {
  const shelf = shelves.get(sql) ?? { vectors: new WeakMap(), learning: false, restsUntil: 0 };
  shelves.set(sql, shelf);
  return shelf;
}

const textOf = ({ versions }: StoredArticle): string =>
  versions
    .map(({ title, answer, similar }) => [title, answer, ...similar.slice(0, SPEAKING)].join('\n'))
    .join('\n')
    .slice(0, 8_000);

function failed({ clock, logger }: Places, shelf: Shelf, err: unknown): void {
  shelf.restsUntil = clock.now().getTime() + REST_MS;
  logger.warn({ err }, 'there is no second opinion for a while');
}

/** Asks for the vectors of articles that have none; nobody waits for it. */
async function learn(places: Places, shelf: Shelf, articles: readonly StoredArticle[]): Promise<void> {
  if (shelf.learning) return;
  shelf.learning = true;
  try {
    for (let at = 0; at < articles.length; at += BATCH) {
      const some = articles.slice(at, at + BATCH);
      const vectors = await embed(places.config, some.map(textOf), ARTICLES_MS);
      some.forEach((article, i) => {
        shelf.vectors.set(article, vectors[i] as Float32Array);
      });
    }
  } catch (error) {
    failed(places, shelf, error);
  } finally {
    shelf.learning = false;
  }
}

/**
 * The same hits in the order that an embeddings endpoint and our own ranking find together. Without one that is set, while articles are
 * not learned, and whenever it fails or takes too long, they stay as they are.
 * @param question guarded: it leaves the centre
 * @param articles all articles, which are learned once and after each change
 */
export async function secondOpinion(
  places: Places,
  {
    question,
    hits,
    articles,
  }: { question: string; hits: readonly FoundAnswer[]; articles: readonly StoredArticle[] },
): Promise<readonly FoundAnswer[]> {
  if (places.config.embeddingsUrl === undefined || hits.length < 2) return hits;
  const shelf = shelfFor(places.sql);
  if (places.clock.now().getTime() < shelf.restsUntil) return hits;
  const missing = articles.filter((article) => !shelf.vectors.has(article));
  if (missing.length > 0) void learn(places, shelf, missing);
  const vectors = hits.flatMap(({ article }) => shelf.vectors.get(article) ?? []);
  if (vectors.length < hits.length) return hits;
  try {
    const [asked] = await embed(places.config, [question], QUESTION_MS);
    return asked === undefined ? hits : blend(hits, vectors, asked);
  } catch (error) {
    failed(places, shelf, error);
    return hits;
  }
}
