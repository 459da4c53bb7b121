import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import type { Limit } from './store.ts';
import * as store from './store.ts';

/** One take in this many also clears full buckets away. */
const SWEEP_ONE_IN = 200;

/**
 * Takes one from a limit that all nodes share, such as `sign-in:203.0.113.7`.
 * @throws AppError `too-many-requests` with the seconds until the next one is free
 */
export async function take(
  { sql, clock }: Pick<Deps, 'sql' | 'clock'>,
  key: string,
  limit: Limit,
): Promise<void> {
  const now = clock.now();
  if (Math.random() * SWEEP_ONE_IN < 1) await store.forgetFull(sql, now);
  if (await store.takeOne(sql, key, limit, now)) return;
  const empty = (await store.emptyAt(sql, key)) ?? now;
  const wait = (empty.getTime() - now.getTime()) / 1000 - limit.everySeconds * (limit.burst - 1);
  throw new AppError('too-many-requests', { seconds: Math.max(1, Math.ceil(wait)) });
}
