import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { confirmPerson, type Proof } from './confirm-person.ts';
import type { StaffRequest } from './request-staff.ts';
import { removeTotp } from './totp-store.ts';

/**
 * Turns one's own second factor off, for whoever knows the password or holds a code.
 * @throws AppError `wrong-credentials`, `not-found` when it is not on
 */
export async function disableTotp(deps: Deps, by: StaffRequest, proof: Proof): Promise<void> {
  const field = proof.password === undefined ? 'code' : 'password';
  await confirmPerson(deps, by.staff, proof, field);
  await deps.sql.begin(async (tx) => {
    if (!(await removeTotp(tx, by.staff.id))) throw new AppError('not-found');
    await audit(tx, by, 'totp.disabled', { kind: 'staff', id: by.staff.id });
  });
}
