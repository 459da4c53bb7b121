import type { Locale } from '../../contract/locale.ts';
import type { Invitation, NewStaff, StaffMember } from '../../contract/staff.ts';
import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { addStaff } from './add-staff.ts';
import { readStaff } from './list-staff.ts';
import type { StaffRequest } from './request-staff.ts';
import { mailLink, makeLink } from './send-link.ts';
import { accountById } from './store.ts';

/**
 * Adds a member of staff and sends them a link to choose their own password. The link is also answered, once, so
 * that a centre without mail can hand it over.
 * @throws AppError `email-taken`, `staff-number-taken`, `invalid-input` for a team that does not exist
 */
export async function inviteStaff(
  deps: Deps,
  by: StaffRequest,
  input: NewStaff,
  fallback: Locale,
): Promise<{ staff: StaffMember; invitation: Invitation }> {
  const person = { ...input, locale: input.locale ?? fallback, createdBy: by.staff.id };
  const invited = await deps.sql.begin(async (tx) => {
    const id = await addStaff(tx, person, deps.clock.now());
    const invitation = await makeLink(deps, tx, { ...person, id }, 'invitation', by.staff.id);
    const { email, role } = person;
    await audit(tx, by, 'staff.invited', { kind: 'staff', id }, { email, role });
    return { staff: await readStaff(tx, id), invitation };
  });
  await mailLink(deps, invited.staff, 'invitation', invited.invitation.url);
  return invited;
}

/**
 * A new link for somebody who has not chosen a password yet; earlier ones stop working.
 * @throws AppError `not-found`, also for whoever is disabled or has a password: they reset it themself
 */
export async function renewInvitation(deps: Deps, by: StaffRequest, id: string): Promise<Invitation> {
  const account = await accountById(deps.sql, id);
  if (account === null || account.disabled || account.passwordHash !== null) throw new AppError('not-found');
  const invitation = await deps.sql.begin(async (tx) => {
    await audit(tx, by, 'staff.invitation-renewed', { kind: 'staff', id });
    return makeLink(deps, tx, account, 'invitation', by.staff.id);
  });
  await mailLink(deps, account, 'invitation', invitation.url);
  return invitation;
}
