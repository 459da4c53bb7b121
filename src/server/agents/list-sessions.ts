import type { StaffSession } from '../../contract/staff.ts';
import type { Deps } from '../deps.ts';
import type { RequestStaff } from './request-staff.ts';
import { liveSince, sessionsOf } from './session-store.ts';

/** Where this person is signed in, most recently used first. */
export async function listSessions(
  { sql, clock, config }: Pick<Deps, 'sql' | 'clock' | 'config'>,
  staff: RequestStaff,
): Promise<StaffSession[]> {
  const rows = await sessionsOf(sql, staff.id, liveSince(clock.now(), config));
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    seenAt: row.seenAt.toISOString(),
    current: row.id === staff.sessionId,
  }));
}
