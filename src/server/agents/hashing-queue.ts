import { AppError } from '../platform/app-error.ts';

/** Hashes running at once: each takes one of libuv's four threads, which files and name look-ups need as well. */
const AT_ONCE = 2;
/** Beyond this the wait would be longer than anybody's patience. */
const WAITING_MAX = 100;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs `work` when fewer than two others are running.
 * @throws AppError `unavailable` when the queue is full
 */
export async function queued<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= WAITING_MAX) throw new AppError('unavailable');
  if (running >= AT_ONCE) await new Promise<void>((resume) => waiting.push(resume));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
