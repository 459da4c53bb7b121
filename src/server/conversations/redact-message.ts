import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { EventBody } from '../../contract/events.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Redact } from '../../contract/redaction.ts';
import { withoutParts } from '../../contract/without-parts.ts';
import type { Deps } from '../deps.ts';
import { saltedDigest } from '../log/hash.ts';
import { AppError } from '../platform/app-error.ts';
import { agentOf, traceOf } from './act.ts';
import type { Outcome } from './commit.ts';
import { chosenParts, shifted } from './parts.ts';
import { holdLine } from './redaction-store.ts';

const marks: Record<Locale, string> = { 'zh-CN': '[已移除]', en: '[removed]' };

type Spoken = EventBody<'message.posted'>;

/**
 * Takes parts of a message or note out for good: what is left takes the place of what was written in the transaction
 * that appends the event, so that no reader ever finds one without the other. Two who do it to one message follow
 * each other, because each builds on what is left by then.
 * @throws AppError `not-found`, `nothing-to-redact`, `changed-meanwhile`; `invalid-input` for parts beyond the text
 */
export function redactMessage(
  deps: Deps,
  request: FastifyRequest,
  conversationId: string,
  seq: number,
  { parts, earlier }: Redact,
): Promise<{ id: string; outcome: Outcome }> {
  return deps.sql.begin(async (tx) => {
    const line = await holdLine(tx, conversationId, seq);
    if (line === null) throw new AppError('not-found');
    const before = JSON.parse(line.body) as Spoken;
    const { text, removed = [], redactions = [] } = before;
    if (parts !== undefined && redactions.length !== earlier) throw new AppError('changed-meanwhile');
    if (text === '') throw new AppError('nothing-to-redact');
    const chosen = chosenParts(text, parts);
    const mark = marks[line.locale];
    const id = randomUUID();
    const left: Spoken = {
      ...before,
      text: withoutParts(text, chosen, mark),
      ...(removed.length > 0 ? { removed: shifted(removed, chosen, mark.length) } : {}),
      redactions: [...redactions, id],
    };
    const body = JSON.stringify(left);
    const { salt, digest } = saltedDigest(body);
    const outcome = await deps.log.submit({
      conversationId,
      id,
      at: deps.clock.now().toISOString(),
      actor: agentOf(request),
      command: {
        kind: line.type === 'note.added' ? 'redact-note' : 'redact',
        redaction: { seq, parts: chosen, mark, digest },
        left: { body, salt },
      },
      trace: traceOf(request, 'message.redacted', { redacted: seq }),
    });
    return { id, outcome };
  }) as Promise<{ id: string; outcome: Outcome }>;
}
