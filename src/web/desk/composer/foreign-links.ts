/** What reads the links of a text, in one piece that is fetched when somebody writes one. */
import { parse } from 'tldts';
import { hostOf } from '../../../trust/host-of.ts';
import { within } from '../../../trust/within.ts';

/** With a scheme, or a domain alone that is no part of a mail address; what it opens decides a browser's own reading. */
const mentioned =
  /https?:\/\/[^\s<>"'`，。；：！？、（）《》「」【】]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w@-])/giu;

/** The hosts of a text's links and bare domains that are not official, each once. */
export function foreignLinks(text: string, domains: readonly string[]): string[] {
  const hosts = [...text.matchAll(mentioned)].flatMap(([written]) => {
    const isLink = /^https?:/i.test(written);
    const host = hostOf(isLink ? written : `https://${written}`);
    return host !== null && (isLink || parse(host).isIcann) ? [host] : [];
  });
  return [...new Set(hosts)].filter((host) => within(host, domains) === null);
}
