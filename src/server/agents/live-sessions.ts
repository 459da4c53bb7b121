import type { Deps } from '../deps.ts';
import { liveSince, stillLive } from './session-store.ts';

/**
 * Of these sessions, those that still live: the sweep for sockets whose end was not heard of, because a notice
 * was lost or because the session simply expired.
 */
export async function liveSessions(
  { sql, clock, config }: Pick<Deps, 'sql' | 'clock' | 'config'>,
  ids: string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  return new Set(await stillLive(sql, ids, liveSince(clock.now(), config)));
}
