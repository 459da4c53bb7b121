import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { AuditAction } from '../../contract/audit.ts';
import type { EventBody } from '../../contract/events.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { saltedDigest } from '../log/hash.ts';
import { AppError } from '../platform/app-error.ts';
import { agentOf, traceOf } from './act.ts';
import type { Outcome } from './commit.ts';
import { holdLine } from './redaction-store.ts';

const marks: Record<Locale, string> = { 'zh-CN': '[已移除]', en: '[removed]' };

export type Spoken = EventBody<'message.posted'>;

/** What a redaction says, and what is left of the line. */
interface Change {
  redaction: Omit<EventBody<'message.redacted'>, 'seq' | 'mark' | 'digest'>;
  left: Spoken;
}

export interface Replaced {
  id: string;
  outcome: Outcome;
}

/**
 * Puts what is left in the place of what was written, in the transaction that appends the event which says so: no reader
 * ever finds one without the other. Two who do it to one message follow each other, because each builds on what is left
 * by then. `change` is given the line as it is and the id of the event.
 * @throws AppError `not-found` where nothing was said
 */
export function replaceLine(
  deps: Deps,
  request: FastifyRequest,
  { conversationId, seq, action }: { conversationId: string; seq: number; action: AuditAction },
  change: (line: Spoken, mark: string, id: string) => Change,
): Promise<Replaced> {
  return deps.sql.begin(async (tx) => {
    const line = await holdLine(tx, conversationId, seq);
    if (line === null) throw new AppError('not-found');
    const mark = marks[line.locale];
    const id = randomUUID();
    const { redaction, left } = change(JSON.parse(line.body) as Spoken, mark, id);
    const body = JSON.stringify(left);
    const { salt, digest } = saltedDigest(body);
    const outcome = await deps.log.submit({
      conversationId,
      id,
      at: deps.clock.now().toISOString(),
      actor: agentOf(request),
      command: {
        kind: line.type === 'note.added' ? 'redact-note' : 'redact',
        redaction: { seq, mark, digest, ...redaction },
        left: { body, salt },
      },
      trace: traceOf(request, action, { redacted: seq }),
    });
    return { id, outcome };
  }) as Promise<Replaced>;
}
