import type { ISql } from 'postgres';
import type { Locale } from '../../contract/locale.ts';
import type { Invitation } from '../../contract/staff.ts';
import type { Deps } from '../deps.ts';
import { linkUrl } from './desk-links.ts';
import { linkLetter } from './letters.ts';
import { insertLink, type LinkKind } from './link-store.ts';
import { newToken, tokenHash } from './secret-token.ts';
import { LINK_SECONDS } from './session-limits.ts';

interface Receiver {
  id: string;
  email: string;
  name: string;
  locale: Locale;
}

/** Makes a one-time link for a person, within the transaction that calls for it. */
export async function makeLink(
  { config, clock }: Deps,
  tx: ISql,
  receiver: Receiver,
  kind: LinkKind,
  createdBy: string | null,
): Promise<Invitation> {
  const now = clock.now();
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LINK_SECONDS[kind] * 1000);
  await insertLink(tx, {
    tokenHash: tokenHash(token),
    staffId: receiver.id,
    kind,
    createdBy,
    now,
    expiresAt,
  });
  return { url: linkUrl(config, token), expiresAt: expiresAt.toISOString() };
}

/** Mails a link, after its commit. A mail that fails is logged and not an error: another link can be asked for. */
export async function mailLink(deps: Deps, receiver: Receiver, kind: LinkKind, url: string): Promise<void> {
  try {
    await deps.mailer.send(linkLetter(kind, receiver, url));
  } catch (error) {
    deps.logger.error({ err: error, staff: receiver.id }, `the ${kind} mail could not be sent`);
  }
}
