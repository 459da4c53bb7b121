import type { Deps } from '../deps.ts';
import type { RequestStaff } from './request-staff.ts';
import { tokenHash } from './secret-token.ts';
import { SESSION_LIMITS } from './session-limits.ts';
import * as store from './session-store.ts';

/** Whoever is signed in with this secret; null when the session ended, expired or its owner was disabled. */
export async function findSession(
  { sql, clock }: Pick<Deps, 'sql' | 'clock'>,
  token: string,
): Promise<RequestStaff | null> {
  const now = clock.now();
  const found = await store.bySessionToken(sql, tokenHash(token), store.liveSince(now));
  if (found === null) return null;
  const { seenAt, ...staff } = found;
  if (now.getTime() - seenAt.getTime() > SESSION_LIMITS.seenEverySeconds * 1000) {
    await store.markSeen(sql, staff.sessionId, now);
  }
  return staff;
}

/** Whoever a session belongs to that was let in before, such as by a socket's ticket; null when it has ended since. */
export async function findStaffOfSession(
  { sql, clock }: Pick<Deps, 'sql' | 'clock'>,
  sessionId: string,
): Promise<RequestStaff | null> {
  return store.bySessionId(sql, sessionId, store.liveSince(clock.now()));
}
