import type { FastifyRequest } from 'fastify';
import { isFor } from '../../queue/fits.ts';
import { byTurn } from '../../queue/order.ts';
import type { Agent } from '../../queue/snapshot.ts';
import { findAgent } from '../agents/find-agent.ts';
import { act, traceOf } from '../conversations/act.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { loadSnapshot, toAgent } from './load-snapshot.ts';

/** False when somebody else was quicker. */
async function claimed(deps: Deps, request: FastifyRequest, conversationId: string): Promise<boolean> {
  const trace = traceOf(request, 'conversation.claimed', { from: 'queue' });
  const claim = { kind: 'claim', takeOver: false } as const;
  try {
    const { outcome } = await act(deps, request, conversationId, claim, trace);
    return !outcome.repeated;
  } catch (error) {
    if (error instanceof AppError && ['already-claimed', 'conversation-resolved'].includes(error.code))
      return false;
    throw error;
  }
}

/**
 * Takes the conversation whose turn it is among those this agent may answer: whoever asks for one has room for it. Two
 * who ask at the same moment get two different ones, since the log gives a conversation to one of them.
 */
export async function takeNext(deps: Deps, request: FastifyRequest): Promise<string | null> {
  const queue = await loadSnapshot(deps.sql, deps.clock.now());
  const me: Agent = toAgent(await findAgent(deps.sql, request.staff.id));
  const mine = queue.waiting.filter(
    (waiting) => isFor(me, waiting) && [null, me.id].includes(queue.rows.get(waiting.id)?.offeredTo ?? null),
  );
  for (const { id } of mine.toSorted(byTurn)) if (await claimed(deps, request, id)) return id;
  return null;
}
