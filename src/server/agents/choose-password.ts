import type { z } from 'zod';
import type { LinkInfo } from '../../contract/staff.ts';
import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { accountKey } from './account-key.ts';
import { announceEnded } from './end-sessions.ts';
import { forgetGuesses } from './failure-store.ts';
import { spendLink, spendLinks, usableLink } from './link-store.ts';
import { hashPassword } from './password.ts';
import { refuseWeak } from './password-rules.ts';
import { tokenHash } from './secret-token.ts';
import { endSessionRows } from './session-store.ts';
import { setPasswordHash } from './store.ts';

/**
 * What the page behind a link shows.
 * @throws AppError `link-expired`
 */
export async function describeLink(
  { sql, clock }: Pick<Deps, 'sql' | 'clock'>,
  token: string,
): Promise<z.infer<typeof LinkInfo>> {
  const link = await usableLink(sql, tokenHash(token), clock.now());
  if (link === null) throw new AppError('link-expired');
  return { kind: link.kind, email: link.email, expiresAt: link.expiresAt.toISOString() };
}

/**
 * Sets the password of whoever holds a one-time link, ends all their sessions and unlocks the account. A password
 * that is refused leaves the link usable.
 * @throws AppError `link-expired`, `password-weak`
 */
export async function choosePassword(deps: Deps, token: string, password: string, ip: string): Promise<void> {
  const now = deps.clock.now();
  const link = await usableLink(deps.sql, tokenHash(token), now);
  if (link === null) throw new AppError('link-expired');
  refuseWeak(password, link);
  const hash = await hashPassword(password);
  const { staffId } = link;
  const ended = await deps.sql.begin(async (tx) => {
    if (!(await spendLink(tx, tokenHash(token), now))) throw new AppError('link-expired');
    await spendLinks(tx, staffId, now);
    await setPasswordHash(tx, staffId, hash);
    await forgetGuesses(tx, accountKey(link.email));
    const by = { ip, staff: { id: staffId, fullName: link.name } };
    await audit(tx, by, 'password.chosen', { kind: 'staff', id: staffId }, { link: link.kind });
    return endSessionRows(tx, { staffId, why: 'password-changed', now });
  });
  announceEnded(deps, ended);
}
