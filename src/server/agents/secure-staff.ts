import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { announceEnded } from './end-sessions.ts';
import { readStaff } from './list-staff.ts';
import type { StaffRequest } from './request-staff.ts';
import { endSessionRows } from './session-store.ts';
import { removeTotp } from './totp-store.ts';

/**
 * Removes the second factor of somebody who lost it, codes and all. They are signed out everywhere.
 * @throws AppError `not-found` when they have none
 */
export async function removeTheirTotp(deps: Deps, by: StaffRequest, id: string): Promise<void> {
  const ended = await deps.sql.begin(async (tx) => {
    if (!(await removeTotp(tx, id))) throw new AppError('not-found');
    await audit(tx, by, 'staff.totp-removed', { kind: 'staff', id });
    return endSessionRows(tx, { staffId: id, why: 'revoked', now: deps.clock.now() });
  });
  announceEnded(deps, ended);
}

/**
 * Signs somebody out everywhere.
 * @throws AppError `not-found`
 */
export async function endTheirSessions(deps: Deps, by: StaffRequest, id: string): Promise<void> {
  const ended = await deps.sql.begin(async (tx) => {
    await readStaff(tx, id);
    const ids = await endSessionRows(tx, { staffId: id, why: 'revoked', now: deps.clock.now() });
    await audit(tx, by, 'staff.sessions-ended', { kind: 'staff', id }, { sessions: ids.length });
    return ids;
  });
  announceEnded(deps, ended);
}
