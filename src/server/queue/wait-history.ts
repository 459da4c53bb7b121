import type { WaitHistory } from '../../contract/queue.ts';
import { inside } from '../../queue/range.ts';
import type { Deps } from '../deps.ts';
import { shownWaits, waitsByHour } from './store.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A share of fewer waits than this says more about chance than about the centre. */
const SCORED_MIN = 20;
const SCORED_MAX = 10_000;
/** An hour with fewer waits than this in four weeks says nothing about tomorrow. */
const HOURLY_MIN = 8;
/** Nothing of this changes within the time, and everybody who opens the page asks. */
const FRESH_MS = 60_000;

async function loadHistory({ sql, clock, config }: Asking): Promise<WaitHistory> {
  const now = clock.now().getTime();
  const since = (days: number) => new Date(now - days * DAY_MS);
  const [shown, hours] = await Promise.all([
    shownWaits(sql, since(7), SCORED_MAX),
    waitsByHour(sql, since(28), config.timeZone),
  ]);
  const right = shown.filter(({ waited, ...range }) => inside(range, waited)).length;
  return {
    score: shown.length < SCORED_MIN ? null : { inside: right / shown.length, count: shown.length },
    hours: hours
      .filter(({ count }) => count >= HOURLY_MIN)
      .map(({ hour, seconds }) => ({ hour, minutes: Math.round(seconds / 60) })),
  };
}

type Asking = Pick<Deps, 'sql' | 'clock' | 'config'>;
const known = new WeakMap<Deps['sql'], { at: number; history: Promise<WaitHistory> }>();

/** What the centre's own past says about waiting, as it was a minute ago at most. */
export function readWaitHistory(deps: Asking): Promise<WaitHistory> {
  const kept = known.get(deps.sql);
  if (kept !== undefined && performance.now() - kept.at < FRESH_MS) return kept.history;
  const history = loadHistory(deps);
  known.set(deps.sql, { at: performance.now(), history });
  history.catch(() => known.delete(deps.sql));
  return history;
}
