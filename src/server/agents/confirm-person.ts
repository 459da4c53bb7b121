import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { accountKey } from './account-key.ts';
import { forgetGuesses } from './failure-store.ts';
import { guess } from './guesses.ts';
import { verifyPassword } from './password.ts';
import type { RequestStaff } from './request-staff.ts';
import { acceptCode } from './second-factor.ts';
import { accountById } from './store.ts';

/** What a signed-in person proves themself with before something grave. */
export interface Proof {
  password?: string | undefined;
  code?: string | undefined;
}

/**
 * Asks again who is there: an open desk must not be enough to take an account over. Wrong answers count like those
 * of signing in.
 * @param field the field of the request that the proof came in
 * @throws AppError `wrong-credentials`, `too-many-requests`
 */
export async function confirmPerson(
  deps: Deps,
  staff: RequestStaff,
  proof: Proof,
  field: string,
): Promise<void> {
  await guess(deps, staff.email);
  const account = await accountById(deps.sql, staff.id);
  const { password, code } = proof;
  const right =
    account !== null &&
    (password !== undefined
      ? await verifyPassword(password, account.passwordHash)
      : await acceptCode(deps.sql, account, code ?? '', deps.clock.now()));
  if (!right) throw new AppError('wrong-credentials', {}, [{ path: field, message: 'is not right' }]);
  await forgetGuesses(deps.sql, accountKey(staff.email));
}
