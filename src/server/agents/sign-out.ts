import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { announceEnded } from './end-sessions.ts';
import type { StaffRequest } from './request-staff.ts';
import { endSessionRows } from './session-store.ts';

/** Ends the session of this browser. */
export async function signOut(deps: Deps, by: StaffRequest): Promise<void> {
  const { id: staffId, sessionId } = by.staff;
  const ended = await deps.sql.begin(async (tx) => {
    const ids = await endSessionRows(tx, {
      staffId,
      only: sessionId,
      why: 'signed-out',
      now: deps.clock.now(),
    });
    await audit(tx, by, 'session.ended', { kind: 'session', id: sessionId });
    return ids;
  });
  announceEnded(deps, ended);
}
