import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { announceEnded } from './end-sessions.ts';
import type { StaffRequest } from './request-staff.ts';
import { endSessionRows } from './session-store.ts';

/**
 * Ends one of the person's own sessions, such as that of a lost telephone.
 * @throws AppError `not-found` when there is no such session, or it is somebody else's
 */
export async function revokeSession(deps: Deps, by: StaffRequest, sessionId: string): Promise<void> {
  const ended = await deps.sql.begin(async (tx) => {
    const now = deps.clock.now();
    const ids = await endSessionRows(tx, { staffId: by.staff.id, only: sessionId, why: 'revoked', now });
    if (ids.length === 0) throw new AppError('not-found');
    await audit(tx, by, 'session.ended', { kind: 'session', id: sessionId });
    return ids;
  });
  announceEnded(deps, ended);
}
