/**
 * Learns models on a thread of its own, because learning takes longer than a request may wait. It tells a model that is good enough to
 * begin with first, then the whole one; then it ends.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { keepModel } from './keep-model.ts';
import type { Model, Rankable } from './model.ts';
import { prepare, trainQuickly, trainWholly } from './train.ts';

/** What the thread is given. */
export interface Job {
  /** Where the whole model is kept. */
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

const prepared = prepare(articles);
tell({ whole: false, model: trainQuickly(prepared) });
const model = trainWholly(prepared);
tell({ whole: true, model });
// What cannot be kept is used all the same; it is learned again at the next start.
await keepModel(folder, articles, model).catch(() => undefined);
