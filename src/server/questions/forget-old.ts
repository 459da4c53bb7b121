import type { Deps } from '../deps.ts';
import { forgetReasons } from '../help/forget-reasons.ts';
import { forgetUnanswered } from './unanswered-store.ts';

/** What customers did not find is kept for so long after it was last asked. */
export const KEPT_DAYS = 180;
/** However many questions strangers type into a search box, no more of them are kept. */
const KEPT_MOST = 10_000;
const EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** The time before which nothing is kept. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - KEPT_DAYS * DAY_MS);

/** Forgets what customers asked and did not find so long ago that it says nothing about what to write next. */
export async function forgetOld({ sql, clock }: Pick<Deps, 'sql' | 'clock'>): Promise<void> {
  const before = keptSince(clock.now());
  await forgetUnanswered(sql, { before, most: KEPT_MOST });
  await forgetReasons(sql, before);
}

/** Forgets now and every hour, until the returned function is called. */
export function keepForgetting(
  deps: Pick<Deps, 'sql' | 'clock'>,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const forget = () => forgetOld(deps).catch(onError);
  let turn = forget();
  const timer = setInterval(() => {
    turn = forget();
  }, EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await turn;
    },
  };
}
