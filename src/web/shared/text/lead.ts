import { within } from '../../../trust/within.ts';
import type { Piece } from './pieces.ts';

type Link = Extract<Piece, { kind: 'link' }>;

interface Lead {
  readonly official: boolean;
  /** What a tap opens: ours at once, others by way of the page that says where they lead. */
  readonly href: string;
  /** The true host, where the link's own text could be read as leading somewhere else. */
  readonly host: string | null;
}

/** The host that a reader takes from the text of a link. */
const readHost = (text: string): string | undefined =>
  text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .split(/[/?#]/)[0];

/**
 * Where a link of a message leads.
 * @param official domains, each with everything below it
 * @param base where the centre is, without a slash at the end; '' for the page's own
 */
export function leadOf({ text, href, host }: Link, official: readonly string[], base: string): Lead {
  const name = new URL(href).hostname.replace(/\.$/, '');
  const isOfficial = within(name, official) !== null;
  return {
    official: isOfficial,
    href: isOfficial ? href : `${base}/leave?to=${encodeURIComponent(href)}`,
    host: readHost(text) === host ? null : host,
  };
}
