/**
 * Learns models on a thread of its own, because learning takes longer than a request may wait. It tells a model that is good enough to
 * begin with first, unless the whole one was kept; then the whole one; then it ends.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { keepModel, keptModel } from './keep-model.ts';
import type { Model, Rankable } from './model.ts';
import { train } from './train.ts';

/** What the thread is given. */
export interface Job {
  readonly folder: string;
  readonly articles: readonly Rankable[];
}

/** What the thread tells. */
export interface Learned {
  readonly whole: boolean;
  readonly model: Model;
}

const { folder, articles } = workerData as Job;
const tell = (learned: Learned): void => parentPort?.postMessage(learned);

const kept = await keptModel(folder, articles);
if (kept === null) tell({ whole: false, model: train(articles, 'quick') });
const model = kept ?? train(articles);
tell({ whole: true, model });
// What cannot be kept is used all the same; it is learned again at the next start.
if (kept === null) await keepModel(folder, articles, model).catch(() => undefined);
