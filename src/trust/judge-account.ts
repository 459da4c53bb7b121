import type { Network } from '../contract/official.ts';
import type { Finding } from './finding.ts';
import type { OfficialList } from './official-list.ts';

/** An account of a social network or messenger. */
export function judgeAccount(written: string, network: Network, handle: string, list: OfficialList): Finding {
  const name = handle.replace(/^@/, '').toLowerCase();
  const isOurs = list.accounts.some(
    (account) => account.network === network && account.handle.replace(/^@/, '').toLowerCase() === name,
  );
  return {
    kind: 'account',
    written,
    means: `${network}:${name}`,
    verdict: isOurs ? 'official' : 'not_official',
    reason: { code: isOurs ? 'account-official' : 'account-other', values: { network, handle } },
  };
}
