import type { Finding } from './finding.ts';
import { hostOfDomain } from './host-of.ts';
import type { OfficialList } from './official-list.ts';
import type { Reason } from './reasons.ts';
import { whyForeign } from './resemblance.ts';
import { within } from './within.ts';

/** What stands before the `@` (RFC 5321 atoms and RFC 6531 letters), without the slash that only links need. Empty: a domain. */
const localPart = /^[\p{L}\p{M}\p{N}.!#$%&'*+=?^_`{|}~-]{0,64}$/u;

/** A mail address. What is shown beside it (`"OKPay" <...>`) says nothing and is not looked at. */
export function judgeMail(written: string, list: OfficialList): Finding {
  const finding = (verdict: Finding['verdict'], means: string, reason: Reason): Finding => ({
    kind: 'mail',
    written,
    means,
    verdict,
    reason,
  });
  const parts = written.split(/[@＠]/);
  if (parts.length !== 2) return finding('not_official', '', { code: 'mail-two-at', values: {} });
  const [local = '', domain = ''] = parts;
  const host = hostOfDomain(domain);
  if (host === null || !localPart.test(local))
    return finding('not_official', '', { code: 'mail-broken', values: {} });
  const address = `${local}@${host}`;
  const isOurs =
    within(host, list.mailDomains) !== null || list.mailAddresses.includes(address.toLowerCase());
  if (isOurs) return finding('official', address, { code: 'mail-official', values: { address } });
  const reason = whyForeign(host, list.mailDomains);
  return finding(
    'not_official',
    address,
    reason.code === 'host-other' ? { code: 'mail-other', values: { address } } : reason,
  );
}
