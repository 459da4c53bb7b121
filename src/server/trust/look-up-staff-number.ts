import type { StaffNumberState } from '../../contract/proofs.ts';
import { StaffNumber } from '../../contract/staff.ts';
import { stateOfNumber } from '../agents/state-of-number.ts';
import type { Deps } from '../deps.ts';
import { take } from '../limits/take.ts';

/**
 * Whether somebody of ours has this staff number, and is at work now. Says no more, at the pace of a person.
 * @throws AppError `too-many-requests`
 */
export async function lookUpStaffNumber(
  deps: Pick<Deps, 'sql' | 'clock'>,
  typed: string,
  address: string,
): Promise<StaffNumberState> {
  await take(deps, `staff-number:${address}`, { everySeconds: 15, burst: 10 });
  const number = StaffNumber.safeParse(typed.normalize('NFKC').replace(/\s/g, ''));
  return number.success ? stateOfNumber(deps.sql, number.data) : 'unknown';
}
