import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { confirmPerson } from './confirm-person.ts';
import { announceEnded } from './end-sessions.ts';
import { spendLinks } from './link-store.ts';
import { hashPassword } from './password.ts';
import { refuseWeak } from './password-rules.ts';
import type { StaffRequest } from './request-staff.ts';
import { newToken, tokenHash } from './secret-token.ts';
import { endSessionRows, replaceToken } from './session-store.ts';
import { setPasswordHash } from './store.ts';

/**
 * Changes one's own password. Other sessions end, and this one goes on with another secret: whoever might have
 * copied the cookie is out.
 * @returns the new secret, for the cookie
 * @throws AppError `wrong-credentials`, `password-weak`, `too-many-requests`
 */
export async function changePassword(
  deps: Deps,
  by: StaffRequest,
  { current, password }: { current: string; password: string },
): Promise<string> {
  const { id: staffId, sessionId, email, fullName: name } = by.staff;
  await confirmPerson(deps, by.staff, { password: current }, 'current');
  refuseWeak(password, { email, name });
  const hash = await hashPassword(password);
  const token = newToken();
  const now = deps.clock.now();
  const ended = await deps.sql.begin(async (tx) => {
    await setPasswordHash(tx, staffId, hash);
    await spendLinks(tx, staffId, now);
    await replaceToken(tx, sessionId, tokenHash(token));
    await audit(tx, by, 'password.changed', { kind: 'staff', id: staffId });
    return endSessionRows(tx, { staffId, except: sessionId, why: 'password-changed', now });
  });
  announceEnded(deps, ended);
  return token;
}
