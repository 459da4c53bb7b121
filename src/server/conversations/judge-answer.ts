import type { Verdict } from '../../contract/events.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import type { Outcome } from './commit.ts';
import { answerId, verdictId } from './derived-id.ts';
import { findEvents } from './store.ts';

/**
 * What a customer says to the automatic answer; the first word stands.
 * @throws AppError not-found where no answer was offered
 */
export async function judgeAnswer(
  deps: Deps,
  customerId: string,
  conversationId: string,
  verdict: Verdict,
): Promise<{ id: string; outcome: Outcome }> {
  const [offered] = await findEvents(deps.sql, [{ conversationId, id: answerId(conversationId) }]);
  if (offered === undefined) throw new AppError('not-found');
  const id = verdictId(conversationId);
  const outcome = await deps.log.submit({
    conversationId,
    id,
    at: deps.clock.now().toISOString(),
    actor: { kind: 'customer', id: customerId },
    command: { kind: 'judge', verdict },
  });
  return { id, outcome };
}
