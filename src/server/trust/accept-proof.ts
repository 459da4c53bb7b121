import type { ProofAccepted } from '../../contract/proofs.ts';
import { listMyConversations } from '../conversations/list-my-conversations.ts';
import type { Deps } from '../deps.ts';
import { take } from '../limits/take.ts';
import { AppError } from '../platform/app-error.ts';
import { readCode } from './proof-code.ts';
import { spendProof } from './proof-store.ts';

/**
 * Takes a code that somebody told this customer, once. It is right only while it is valid, of a conversation of theirs,
 * and of the agent who has that conversation now. All else is refused in the same words, so that nothing is learned.
 * @throws AppError `proof-refused`, `too-many-requests`
 */
export async function acceptProof(
  deps: Pick<Deps, 'sql' | 'clock'>,
  customerId: string | null,
  typed: string,
  address: string,
): Promise<ProofAccepted> {
  await take(deps, `proof-entry:${address}`, { everySeconds: 10, burst: 10 });
  const code = readCode(typed);
  if (customerId === null || code === null) throw new AppError('proof-refused');
  const mine = await listMyConversations(deps.sql, customerId);
  const used = await spendProof(
    deps.sql,
    code,
    mine.map(({ id }) => id),
    deps.clock.now(),
  );
  const conversation = mine.find(({ id }) => id === used?.conversationId);
  if (!conversation?.agent || conversation.agent.id !== used?.agentId) throw new AppError('proof-refused');
  const { name, staffNumber } = conversation.agent;
  return { agent: { name, staffNumber }, caseNumber: conversation.caseNumber };
}
