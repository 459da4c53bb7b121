import type { AskedFor } from '../../guard/asks.ts';
import { nameOf } from '../../guard/marks.ts';
import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import type { GuardedText } from '../guard/inspect.ts';
import { AppError } from '../platform/app-error.ts';
import type { NewMessage } from './post-message.ts';

/** As much of an attempt as the audit shows. */
const TOLD_MAX = 500;

/**
 * Nobody who works here asks a customer for a password, a code or a full card number: whoever does it, by mistake or
 * in a stolen session, is refused with better words, and supervisors find the attempt in the audit.
 * @throws AppError `asks-for-secret`
 */
export async function refuseAsking(
  deps: Pick<Deps, 'sql'>,
  { conversationId, actor, trace, locale }: NewMessage,
  asked: AskedFor,
  text: GuardedText,
): Promise<never> {
  const staff =
    actor.kind === 'agent' ? { id: actor.id, fullName: trace?.staffName ?? actor.name } : undefined;
  const subject = { kind: 'conversation', id: conversationId };
  const detail = { asked, text: text.slice(0, TOLD_MAX).toWellFormed() };
  await audit(deps.sql, { ip: trace?.ip ?? '', staff }, 'message.refused', subject, detail);
  throw new AppError('asks-for-secret', { what: nameOf(asked, locale) });
}
