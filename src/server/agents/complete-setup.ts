import type { z } from 'zod';
import type { Locale } from '../../contract/locale.ts';
import type { LinkInfo, Setup } from '../../contract/staff.ts';
import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { addStaff } from './add-staff.ts';
import { setupLinkExpiry, spendSetupLinks } from './link-store.ts';
import { refuseWeak } from './password-rules.ts';
import { tokenHash } from './secret-token.ts';
import { type Origin, startSession } from './start-session.ts';
import { adminExists, lockSetup } from './store.ts';

/** @throws AppError `link-expired`, also when there is an administrator already */
export async function describeSetup(
  { sql, clock }: Pick<Deps, 'sql' | 'clock'>,
  token: string,
): Promise<z.infer<typeof LinkInfo>> {
  const expiry = await setupLinkExpiry(sql, tokenHash(token), clock.now());
  if (expiry === null || (await adminExists(sql))) throw new AppError('link-expired');
  return { kind: 'setup', email: null, expiresAt: expiry.toISOString() };
}

/**
 * Makes the first administrator and signs them in.
 * @returns the secret of their session, for its cookie
 * @throws AppError `link-expired`, `password-weak`
 */
export async function completeSetup(
  deps: Deps,
  { token, name, email, password }: z.infer<typeof Setup>,
  locale: Locale,
  origin: Origin,
): Promise<{ token: string; staffId: string }> {
  await describeSetup(deps, token);
  refuseWeak(password, { email, name });
  const now = deps.clock.now();
  return deps.sql.begin(async (tx) => {
    await lockSetup(tx);
    if (await adminExists(tx)) throw new AppError('link-expired');
    const staffId = await addStaff(tx, { email, name, role: 'admin', locale, password }, now);
    await spendSetupLinks(tx, now);
    const session = await startSession(tx, staffId, origin, now);
    const by = { ip: origin.ip, staff: { id: staffId, fullName: name } };
    await audit(tx, by, 'setup.completed', { kind: 'staff', id: staffId });
    return { token: session.token, staffId };
  });
}
