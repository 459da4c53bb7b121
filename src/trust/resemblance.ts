import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import { withinEdits } from './edits.ts';
import type { Reason } from './reasons.ts';
import { shorteners } from './shorteners.ts';
import { skeleton } from './skeleton.ts';

/** Who registered a host (over the public suffix list), the part before its suffix, and how it looks. */
interface Host {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
  readonly looks: string;
}

/** Shared suffixes such as `github.io` count: whoever has a name below one is its owner. */
function readHost(host: string): Host {
  const { domain, domainWithoutSuffix } = parse(host, { allowPrivateDomains: true });
  const owner = domain ?? host;
  const name = domainWithoutSuffix ?? owner;
  return { host, owner, name, looks: skeleton(domainToUnicode(owner) || owner) };
}

const withoutHyphens = (text: string): string => text.replaceAll('-', '');
/** Names shorter than this are near to every other. */
const NAME_MIN = 4;

/** How one host tries to pass for an official domain; null when it does not. */
function pretends(foreign: Host, official: Host): Reason['code'] | null {
  if (foreign.looks === official.looks) return 'host-look-alike';
  if (`.${foreign.host}`.includes(`.${official.host}.`) || foreign.host.startsWith(`${official.host}-`))
    return 'host-begins';
  if (foreign.name === official.name) return 'host-other-ending';
  const [theirs, ours] = [withoutHyphens(foreign.name), withoutHyphens(official.name)];
  if (ours.length >= NAME_MIN) {
    if (withinEdits(theirs, ours, ours.length > NAME_MIN + 1 ? 2 : 1)) return 'host-similar';
    if (skeleton(foreign.name).includes(skeleton(official.name))) return 'host-borrows-name';
    if (withoutHyphens(foreign.host).includes(ours)) return 'host-borrows-name';
  }
  return null;
}

/** Why a host that is not on the list is not ours, in the way that helps most to see it. */
export function whyForeign(host: string, official: readonly string[]): Reason {
  if (parse(host).isIp === true) return { code: 'host-is-number', values: { host } };
  if (!host.includes('.')) return { code: 'link-broken', values: {} };
  const foreign = readHost(host);
  if (shorteners.has(foreign.owner)) return { code: 'host-shortened', values: { host } };
  for (const domain of official) {
    const code = pretends(foreign, readHost(domain));
    if (code !== null) return { code, values: { host, owner: foreign.owner, official: domain } };
  }
  return { code: 'host-other', values: { host } };
}
