import type { z } from 'zod';
import type { SignIn } from '../../contract/staff.ts';
import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { addressKey } from '../limits/address-key.ts';
import { take } from '../limits/take.ts';
import { AppError } from '../platform/app-error.ts';
import { accountKey } from './account-key.ts';
import { announceEnded } from './end-sessions.ts';
import { forgetGuesses, uncountGuess } from './failure-store.ts';
import { guess } from './guesses.ts';
import { hashPassword, isOutdated, verifyPassword } from './password.ts';
import { acceptCode } from './second-factor.ts';
import { tokenHash } from './secret-token.ts';
import { endByToken } from './session-store.ts';
import { type Origin, startSession } from './start-session.ts';
import { type Account, accountByEmail, markSignedIn, setPasswordHash } from './store.ts';

/** A whole office may sign in from one address within a few minutes. */
const PER_ADDRESS = { everySeconds: 3, burst: 100 };
/** More often than anybody signs in; wrong guesses lock the account well before. */
const PER_ACCOUNT = { everySeconds: 20, burst: 20 };

type Attempt = z.infer<typeof SignIn>;

async function refuse(deps: Deps, staff: Account | null, ip: string, locks: boolean): Promise<never> {
  if (locks && staff !== null)
    await audit(deps.sql, { ip }, 'account.locked', { kind: 'staff', id: staff.id });
  throw new AppError('wrong-credentials');
}

/**
 * Signs in with password and, where it is on, the second factor. The answer never tells whether the address exists:
 * both take the same work, count the same and lock the same.
 * @param earlier the secret this browser was signed in with before; that session ends
 * @returns the secret of the new session, for its cookie
 * @throws AppError `wrong-credentials`, `second-factor-needed`, `too-many-requests`
 */
export async function signIn(
  deps: Deps,
  { email, password, code }: Attempt,
  origin: Origin,
  earlier: string | null,
): Promise<{ token: string; staffId: string }> {
  await take(deps, `sign-in:${addressKey(origin.ip)}`, PER_ADDRESS);
  await take(deps, `sign-in:${accountKey(email).toString('hex')}`, PER_ACCOUNT);
  const locks = await guess(deps, email);
  const staff = await accountByEmail(deps.sql, email);
  const right = await verifyPassword(password, staff?.passwordHash ?? null);
  if (staff === null || !right || staff.disabled) return refuse(deps, staff, origin.ip, locks);
  if (staff.totpOn && code === undefined) {
    await uncountGuess(deps.sql, accountKey(email));
    throw new AppError('second-factor-needed');
  }
  const session = await begin(deps, staff, { password, code }, origin, earlier);
  return session ?? refuse(deps, staff, origin.ip, locks);
}

/** Null when the code is wrong or was used before. */
async function begin(
  deps: Deps,
  staff: Account,
  { password, code }: Pick<Attempt, 'password' | 'code'>,
  origin: Origin,
  earlier: string | null,
): Promise<{ token: string; staffId: string } | null> {
  const now = deps.clock.now();
  const fresh = isOutdated(staff.passwordHash ?? '') ? await hashPassword(password) : null;
  const ended = earlier === null ? null : tokenHash(earlier);
  const begun = await deps.sql.begin(async (tx) => {
    if (staff.totpOn && !(await acceptCode(tx, staff, code ?? '', now))) return null;
    if (!(await markSignedIn(tx, staff.id, now))) return null;
    if (fresh !== null) await setPasswordHash(tx, staff.id, fresh);
    await forgetGuesses(tx, accountKey(staff.email));
    const replaced = ended === null ? [] : await endByToken(tx, ended, now);
    const session = await startSession(tx, staff.id, origin, now);
    const by = { ip: origin.ip, staff: { id: staff.id, fullName: staff.name } };
    await audit(tx, by, 'session.started', { kind: 'session', id: session.id });
    return { token: session.token, replaced };
  });
  if (begun === null) return null;
  announceEnded(deps, begun.replaced);
  return { token: begun.token, staffId: staff.id };
}
