import type { ISql } from 'postgres';
import type { ChangeStaff, StaffMember } from '../../contract/staff.ts';
import { audit } from '../audit/audit.ts';
import { changes } from '../audit/changes.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { setTeamsOf } from '../teams/set-teams-of.ts';
import { teamsOf } from '../teams/teams-of.ts';
import { announceEnded } from './end-sessions.ts';
import { keepAnAdmin } from './keep-an-admin.ts';
import { spendLinks } from './link-store.ts';
import { readStaff } from './list-staff.ts';
import type { StaffRequest } from './request-staff.ts';
import { endSessionRows } from './session-store.ts';
import { lockFields, type StaffFields, updateFields } from './store.ts';
import { refuseTakenStaff } from './taken-staff.ts';

type Fields = StaffFields & { teamIds: string[] };

async function fieldsOf(tx: ISql, id: string): Promise<Fields> {
  const fields = await lockFields(tx, id);
  if (fields === null) throw new AppError('not-found');
  return { ...fields, teamIds: await teamsOf(tx, id) };
}

/** A role is part of what open sockets were let in with, so whoever gets another one signs in again. */
async function endOnNewRole(
  tx: ISql,
  id: string,
  before: Fields,
  after: Fields,
  now: Date,
): Promise<string[]> {
  if (before.role === after.role) return [];
  return endSessionRows(tx, { staffId: id, why: 'role-changed', now });
}

/**
 * Changes what administrators set about a person.
 * @throws AppError `not-found`, `last-admin`, `email-taken`, `staff-number-taken`, `invalid-input` for an unknown team
 */
export async function changeStaff(
  deps: Deps,
  by: StaffRequest,
  id: string,
  change: ChangeStaff,
): Promise<StaffMember> {
  const now = deps.clock.now();
  const { staff, ended } = await deps.sql.begin(async (tx) => {
    if (change.role !== undefined && change.role !== 'admin') await keepAnAdmin(tx, id);
    const before = await fieldsOf(tx, id);
    const after = { ...before, ...change, teamIds: [...new Set(change.teamIds ?? before.teamIds)].sort() };
    await updateFields(tx, id, after).catch(refuseTakenStaff);
    await setTeamsOf(tx, id, after.teamIds);
    // A link in the old mailbox must not open the account any more.
    if (before.email !== after.email) await spendLinks(tx, id, now);
    const ended = await endOnNewRole(tx, id, before, after, now);
    await audit(tx, by, 'staff.changed', { kind: 'staff', id }, changes(before, after));
    return { staff: await readStaff(tx, id), ended };
  });
  announceEnded(deps, ended);
  return staff;
}
