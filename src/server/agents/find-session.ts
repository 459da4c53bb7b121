import type { Deps } from '../deps.ts';
import type { RequestStaff } from './request-staff.ts';
import { tokenHash } from './secret-token.ts';
import { SEEN_EVERY_SECONDS } from './session-limits.ts';
import * as store from './session-store.ts';

/**
 * Whoever is signed in with this secret; null when the session ended, expired or its owner was disabled. `attended` is
 * false for what a page asks by itself while nobody touches it: that keeps no session alive.
 */
export async function findSession(
  { sql, clock, config }: Pick<Deps, 'sql' | 'clock' | 'config'>,
  token: string,
  attended = true,
): Promise<RequestStaff | null> {
  const now = clock.now();
  const found = await store.bySessionToken(sql, tokenHash(token), store.liveSince(now, config));
  if (found === null) return null;
  const { seenAt, ...staff } = found;
  if (attended && now.getTime() - seenAt.getTime() > SEEN_EVERY_SECONDS * 1000) {
    await store.markSeen(sql, staff.sessionId, now);
  }
  return staff;
}

/** Whoever a session belongs to that was let in before, such as by a socket's ticket; null when it has ended since. */
export async function findStaffOfSession(
  { sql, clock, config }: Pick<Deps, 'sql' | 'clock' | 'config'>,
  sessionId: string,
): Promise<RequestStaff | null> {
  return store.bySessionId(sql, sessionId, store.liveSince(clock.now(), config));
}
