import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Sql } from 'postgres';
import type { ProposedEffect } from '../../contract/questions.ts';
import type { Deps } from '../deps.ts';
import { openLibrary } from '../help/library.ts';
import { rankable } from '../help/rankable.ts';
import { waitingProposed, waitingStamp } from './proposed-store.ts';

/** With fewer questions a share says nothing. */
const FEWEST = 10;
/** The latest so many are tried, so that it takes seconds. */
const TRIED = 1_000;

/** The last effect of each database, and of what; it is worked out again only when something changed. */
const known = new WeakMap<Sql, { of: string; effect: Promise<ProposedEffect> }>();

async function measure(deps: Pick<Deps, 'sql' | 'clock'>): Promise<ProposedEffect> {
  const [{ articles, byId }, proposed] = await Promise.all([
    openLibrary(deps),
    waitingProposed(deps.sql, TRIED),
  ]);
  const questions = proposed.filter(({ articleId }) => byId.has(articleId));
  if (questions.length < FEWEST) return { effect: null };
  const worker = new Worker(new URL('./effect-worker.ts', import.meta.url), {
    // Bodies take the longest to read and say the least about how customers ask.
    workerData: { articles: articles.map((article) => ({ ...rankable(article), body: '' })), questions },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  worker.unref();
  const [{ before, after }] = (await once(worker, 'message')) as [{ before: number; after: number }];
  return { effect: { questions: questions.length, before, after } };
}

/** What accepting everything that waits would do for questions that were not learned from. Takes seconds of another thread. */
export async function measureEffect(deps: Pick<Deps, 'sql' | 'clock'>): Promise<ProposedEffect> {
  const [{ revision }, { stamp }] = await Promise.all([openLibrary(deps), waitingStamp(deps.sql)]);
  const of = `${revision} ${stamp}`;
  const last = known.get(deps.sql);
  if (last?.of === of) return last.effect;
  // One at a time: who asks meanwhile waits for what is being worked out.
  await last?.effect.catch(() => undefined);
  const now = known.get(deps.sql);
  if (now !== last && now?.of === of) return now.effect;
  const effect = measure(deps);
  known.set(deps.sql, { of, effect });
  effect.catch(() => known.delete(deps.sql));
  return effect;
}
