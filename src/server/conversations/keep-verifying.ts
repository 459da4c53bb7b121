import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Alteration, LogCheck } from '../../contract/log-check.ts';
import type { Deps } from '../deps.ts';
import { claimCheck, keepCheck, latestCheck } from './log-check-store.ts';
import { verifyLog } from './verify-log.ts';

/** How often a node asks whether it is time. */
const LOOK_EVERY_MS = 60_000;
const HOUR_MS = 3_600_000;
/** More than these need no list: something is wrong with the whole database. */
const KEPT_MAX = 100;

/** What the latest walk found. */
export const readLogCheck = ({ sql }: Pick<Deps, 'sql'>): Promise<LogCheck> => latestCheck(sql);

/**
 * Walks all chains if it is time and no other node does; what is found is kept, where supervisors see it, and logged.
 * @returns whether this node walked
 */
export async function verifyIfDue(
  deps: Pick<Deps, 'sql' | 'clock' | 'config' | 'logger'>,
  goOn: () => boolean,
): Promise<boolean> {
  const { sql, clock, config, logger } = deps;
  const now = clock.now();
  const due = new Date(now.getTime() - config.verifyLogHours * HOUR_MS);
  if (!(await claimCheck(sql, now, due))) return false;
  const alterations: Alteration[] = [];
  const found = (alteration: Alteration) => {
    logger.error({ alteration }, 'the log is not as it was written');
    if (alterations.length < KEPT_MAX) alterations.push(alteration);
  };
  // Between two conversations everybody else comes first.
  const conversations = await verifyLog(sql, found, () => nextTurn().then(goOn));
  if (goOn()) await keepCheck(sql, { checkedAt: clock.now(), conversations, alterations });
  return true;
}

/** Walks all chains every `VERIFY_LOG_HOURS`, on one node, until it is stopped. */
export function keepVerifying(
  deps: Pick<Deps, 'sql' | 'clock' | 'config' | 'logger'>,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let stopped = false;
  let turn: Promise<unknown> = Promise.resolve();
  const look = () => {
    turn = turn.then(() => (stopped ? null : verifyIfDue(deps, () => !stopped))).catch(onError);
  };
  const timer = deps.config.verifyLogHours === 0 ? undefined : setInterval(look, LOOK_EVERY_MS).unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await turn;
    },
  };
}
