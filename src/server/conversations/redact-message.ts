import type { FastifyRequest } from 'fastify';
import { leftOf } from '../../contract/left-of.ts';
import type { Redact } from '../../contract/redaction.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { chosenParts, shifted } from './parts.ts';
import { type Replaced, replaceLine } from './replace-line.ts';

/**
 * Takes parts of a message or note out for good.
 * @throws AppError `not-found`, `nothing-to-redact`, `changed-meanwhile`; `invalid-input` for parts beyond the text
 */
export function redactMessage(
  deps: Deps,
  request: FastifyRequest,
  conversationId: string,
  seq: number,
  { parts, earlier }: Redact,
): Promise<Replaced> {
  const where = { conversationId, seq, action: 'message.redacted' as const };
  return replaceLine(deps, request, where, (line, mark, id) => {
    const { text, removed = [], redactions = [] } = line;
    if (parts !== undefined && redactions.length !== earlier) throw new AppError('changed-meanwhile');
    if (text === '') throw new AppError('nothing-to-redact');
    const redaction = { parts: chosenParts(text, parts) };
    const left = leftOf(line, { ...redaction, mark }, id);
    const stillRemoved = shifted(removed, redaction.parts, mark.length);
    return { redaction, left: removed.length > 0 ? { ...left, removed: stillRemoved } : left };
  });
}
