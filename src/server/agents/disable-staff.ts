import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { announceEnded } from './end-sessions.ts';
import { keepAnAdmin } from './keep-an-admin.ts';
import { spendLinks } from './link-store.ts';
import type { StaffRequest } from './request-staff.ts';
import { endSessionRows } from './session-store.ts';
import { setDisabled, setEnabled } from './store.ts';

/**
 * Shuts somebody out: their sessions end, their sockets close, their links stop working.
 * @throws AppError `not-found` when there is nobody to disable, `last-admin`
 */
export async function disableStaff(deps: Deps, by: StaffRequest, id: string): Promise<void> {
  const now = deps.clock.now();
  const ended = await deps.sql.begin(async (tx) => {
    await keepAnAdmin(tx, id);
    if (!(await setDisabled(tx, id, by.staff.id, now))) throw new AppError('not-found');
    await spendLinks(tx, id, now);
    await audit(tx, by, 'staff.disabled', { kind: 'staff', id });
    return endSessionRows(tx, { staffId: id, why: 'disabled', now });
  });
  announceEnded(deps, ended);
}

/**
 * Lets somebody in again, with the password they had.
 * @throws AppError `not-found` when there is nobody to enable
 */
export async function enableStaff(deps: Deps, by: StaffRequest, id: string): Promise<void> {
  await deps.sql.begin(async (tx) => {
    if (!(await setEnabled(tx, id))) throw new AppError('not-found');
    await audit(tx, by, 'staff.enabled', { kind: 'staff', id });
  });
}
