import { Worker } from 'node:worker_threads';
import type { Model } from './model.ts';
import type { Job, Learned } from './worker.ts';

/** A model that is being learned. */
export interface Learning {
  /** Good enough to answer with: what articles are like, without what tells them apart. */
  readonly quick: Promise<Model>;
  readonly whole: Promise<Model>;
}

/** Learns the model of a collection beside this thread. The process may end meanwhile. */
export function learn(job: Job): Learning {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: job,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  worker.unref();
  const quick = Promise.withResolvers<Model>();
  const whole = Promise.withResolvers<Model>();
  worker.on('message', ({ whole: complete, model }: Learned) => {
    quick.resolve(model);
    if (complete) whole.resolve(model);
  });
  const fail = (error: Error): void => {
    quick.reject(error);
    whole.reject(error);
  };
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`the thread that learns ended with ${code}`)));
  // Whoever waits for the other hears of it.
  quick.promise.catch(() => undefined);
  return { quick: quick.promise, whole: whole.promise };
}
