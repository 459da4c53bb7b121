import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { addressKey } from '../limits/address-key.ts';
import { take } from '../limits/take.ts';
import { accountKey } from './account-key.ts';
import { mailLink, makeLink } from './send-link.ts';
import { accountByEmail } from './store.ts';

const PER_ADDRESS = { everySeconds: 60, burst: 20 };
const PER_ACCOUNT = { everySeconds: 300, burst: 3 };

async function send(deps: Deps, email: string, ip: string): Promise<void> {
  const staff = await accountByEmail(deps.sql, email);
  if (staff === null || staff.disabled) return;
  const kind = staff.passwordHash === null ? 'invitation' : 'reset';
  const { url } = await deps.sql.begin(async (tx) => {
    await audit(tx, { ip }, 'password.reset-requested', { kind: 'staff', id: staff.id });
    return makeLink(deps, tx, staff, kind, null);
  });
  await mailLink(deps, staff, kind, url);
}

/**
 * Mails a link to choose a new password, if the address belongs to anybody. The caller does not wait for it: how
 * long the answer takes would tell whether it does.
 * @throws AppError `too-many-requests`, the same for addresses that belong to nobody
 */
export async function requestReset(deps: Deps, email: string, ip: string): Promise<void> {
  await take(deps, `reset:${addressKey(ip)}`, PER_ADDRESS);
  await take(deps, `reset:${accountKey(email).toString('hex')}`, PER_ACCOUNT);
  send(deps, email, ip).catch((error: unknown) => deps.logger.error({ err: error }, 'password reset failed'));
}
