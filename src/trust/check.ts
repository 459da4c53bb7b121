import { PASTED_MAX } from '../contract/limits.ts';
import type { Verdict } from '../contract/official.ts';
import { findAccounts } from './find-accounts.ts';
import { findLinks } from './find-links.ts';
import { findPhones, wholePhone } from './find-phones.ts';
import type { Finding } from './finding.ts';
import type { OfficialList } from './official-list.ts';
import type { Reason } from './reasons.ts';

export interface Checked {
  readonly verdict: Verdict;
  /** Of the finding that decided; of the whole text where nothing was found. */
  readonly reason: Reason;
  /** Each thing once, in the order of the text. */
  readonly findings: readonly Finding[];
}

function findAll(text: string, list: OfficialList): Finding[] {
  const phone = wholePhone(text, list);
  if (phone !== null) return [phone];
  const links = findLinks(text, list);
  const accounts = findAccounts(links.rest, list);
  return [...links.findings, ...accounts.findings, ...findPhones(accounts.rest, list)];
}

const onceEach = (findings: readonly Finding[]): Finding[] => [
  ...new Map(
    findings.map((finding) => [`${finding.kind} ${finding.means} ${finding.reason.code}`, finding]),
  ).values(),
];

const worstFirst: readonly Verdict[] = ['not_official', 'unknown', 'official'];

/**
 * Whether what somebody pasted is ours: a link, a domain, a mail address, a telephone number, or a whole message.
 * One thing that is not ours decides; official is only a text in which everything that can be checked is ours. What
 * follows the longest text is not judged, so a longer one is never called official.
 */
export function check(pasted: string, list: OfficialList): Checked {
  const text = pasted.trim();
  if (text === '') return { verdict: 'unknown', reason: { code: 'nothing-given', values: {} }, findings: [] };
  const findings = onceEach(findAll(text.slice(0, PASTED_MAX), list));
  const decisive = worstFirst
    .map((verdict) => findings.find((each) => each.verdict === verdict))
    .find(Boolean);
  if (decisive === undefined)
    return { verdict: 'unknown', reason: { code: 'nothing-found', values: {} }, findings };
  const isWhole = text.length <= PASTED_MAX || decisive.verdict !== 'official';
  return { verdict: isWhole ? decisive.verdict : 'unknown', reason: decisive.reason, findings };
}
