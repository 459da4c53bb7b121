import { randomUUID } from 'node:crypto';
import type { ISql } from 'postgres';
import { Locale } from '../../contract/locale.ts';
import type { NewStaff } from '../../contract/staff.ts';
import { setTeamsOf } from '../teams/set-teams-of.ts';
import { hashPassword } from './password.ts';
import { insertStaff } from './store.ts';
import { refuseTakenStaff } from './taken-staff.ts';

/** Conversations at a time, until somebody sets it. */
const DEFAULT_CAPACITY = 5;

export type StaffToAdd = NewStaff & { locale: Locale; password?: string; createdBy?: string };

/**
 * Adds a member of staff. Without a password they are invited: nobody can sign in until they chose one.
 * @returns their id
 * @throws AppError `email-taken`, `staff-number-taken`, `invalid-input` for a team that does not exist
 */
export async function addStaff(sql: ISql, staff: StaffToAdd, now: Date): Promise<string> {
  const id = randomUUID();
  const passwordHash = staff.password === undefined ? null : await hashPassword(staff.password);
  await insertStaff(sql, {
    id,
    email: staff.email,
    name: staff.name,
    displayName: staff.displayName ?? staff.name,
    staffNumber: staff.staffNumber ?? null,
    role: staff.role,
    locale: staff.locale,
    capacity: staff.capacity ?? DEFAULT_CAPACITY,
    languages: staff.languages ?? [...Locale.options],
    skills: staff.skills ?? [],
    passwordHash,
    createdBy: staff.createdBy ?? null,
    now,
  }).catch(refuseTakenStaff);
  if (staff.teamIds !== undefined) await setTeamsOf(sql, id, staff.teamIds);
  return id;
}
