import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { accountKey } from './account-key.ts';
import * as store from './failure-store.ts';
import { LOCK_AFTER_FAILURES } from './session-limits.ts';

const DAY_MS = 24 * 3600 * 1000;

/**
 * Counts a guess at an account's password or code; `true` when it is the one that locks the account if it is wrong.
 * @throws AppError `too-many-requests` while the account is locked
 */
export async function guess({ sql, clock }: Pick<Deps, 'sql' | 'clock'>, email: string): Promise<boolean> {
  const now = clock.now();
  const account = accountKey(email);
  await store.forgetOldGuesses(sql, new Date(now.getTime() - DAY_MS));
  const failures = await store.countGuess(sql, account, now);
  if (failures !== null) return failures >= LOCK_AFTER_FAILURES;
  const until = (await store.lockedUntil(sql, account)) ?? now;
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  throw new AppError('too-many-requests', { seconds });
}
