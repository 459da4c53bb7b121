import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { confirmPerson, type Proof } from './confirm-person.ts';
import type { StaffRequest } from './request-staff.ts';
import { markConfirmed } from './session-store.ts';

/** Somebody who is signed in proves it again, for what is grave. @throws AppError `wrong-credentials`, `too-many-requests` */
export async function confirmSession(deps: Deps, by: StaffRequest, proof: Proof): Promise<void> {
  await confirmPerson(deps, by.staff, proof, proof.password === undefined ? 'code' : 'password');
  await deps.sql.begin(async (tx) => {
    await markConfirmed(tx, by.staff.sessionId, deps.clock.now());
    await audit(tx, by, 'session.confirmed', { kind: 'staff', id: by.staff.id });
  });
}
