import type { Finding } from './finding.ts';
import { hostOf } from './host-of.ts';
import type { OfficialList } from './official-list.ts';
import type { Reason } from './reasons.ts';
import { whyForeign } from './resemblance.ts';
import { within } from './within.ts';

const notOfficial = (written: string, means: string, reason: Reason): Finding => ({
  kind: 'link',
  written,
  means,
  verdict: 'not_official',
  reason,
});

/** Between the slashes and the path: where a host can hide behind an `@`. */
const authorityOf = (address: string): string => /^[^/\\]*[/\\]*([^/?#]*)/.exec(address)?.[1] ?? '';

/** A link as a browser opens it. Without a scheme it is taken for https, as browsers do. */
export function judgeLink(written: string, list: OfficialList): Finding {
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(written)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'http')
    return notOfficial(written, scheme, { code: 'link-scheme', values: { scheme } });
  const address =
    scheme !== undefined ? written : written.startsWith('//') ? `https:${written}` : `https://${written}`;
  const host = hostOf(address);
  if (host === null) return notOfficial(written, '', { code: 'link-broken', values: {} });
  const authority = authorityOf(address);
  // Browsers take a backslash for a slash, other programs for a part of what stands before the `@`.
  if (authority.includes('\\') && authority.includes('@'))
    return notOfficial(written, host, { code: 'link-two-readings', values: {} });
  if (within(host, list.domains) === null) {
    const reason = whyForeign(host, list.domains);
    const hidden = authority.includes('@') && reason.code !== 'link-broken';
    return notOfficial(written, host, hidden ? { code: 'host-behind-at', values: { host } } : reason);
  }
  return {
    kind: 'link',
    written,
    means: host,
    verdict: 'official',
    reason: { code: 'host-official', values: { host } },
  };
}
