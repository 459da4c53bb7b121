import { findStaffOfSession } from '../../agents/find-session.ts';
import type { RequestStaff } from '../../agents/request-staff.ts';
import type { Deps } from '../../deps.ts';
import type { Identity } from '../../realtime/connection.ts';
import { redeemTicket } from '../../realtime/tickets.ts';

export const customerIdentity = (id: string, sessionId: string, ip: string): Identity => ({
  party: 'customer',
  subjectId: id,
  sessionId,
  name: '',
  staffNumber: '',
  role: '',
  fullName: '',
  ip,
});

export const staffIdentity = (staff: RequestStaff, ip: string): Identity => ({
  party: 'staff',
  subjectId: staff.id,
  sessionId: staff.sessionId,
  name: staff.name,
  staffNumber: staff.staffNumber,
  role: staff.role,
  fullName: staff.fullName,
  ip,
});

/** Who holds a socket ticket; null when it is not valid, or the session behind it has ended since. */
export async function admit(deps: Deps, ticket: string): Promise<Identity | null> {
  const holder = await redeemTicket(deps.sql, deps.clock, ticket);
  if (holder === null) return null;
  if (holder.party === 'customer') return customerIdentity(holder.subjectId, holder.sessionId, holder.ip);
  const staff = await findStaffOfSession(deps, holder.sessionId);
  return staff === null ? null : staffIdentity(staff, holder.ip);
}
