import { PROOF_SECONDS, type Proof } from '../../contract/proofs.ts';
import { listMyConversations } from '../conversations/list-my-conversations.ts';
import type { Deps } from '../deps.ts';
import { take } from '../limits/take.ts';
import { AppError } from '../platform/app-error.ts';
import { newCode } from './proof-code.ts';
import { putProof } from './proof-store.ts';

/**
 * Makes the code that the customer and the agent of their conversation see, and nobody else: a new one takes the place
 * of the one before. The agent's screens are told that there is one, and fetch it themselves.
 * @throws AppError `conversation-not-found`, `no-agent-yet`, `too-many-requests`
 */
export async function askProof(
  deps: Pick<Deps, 'sql' | 'clock' | 'bus'>,
  customerId: string,
  conversationId: string,
): Promise<Proof> {
  const mine = await listMyConversations(deps.sql, customerId);
  const conversation = mine.find(({ id }) => id === conversationId);
  if (conversation === undefined) throw new AppError('conversation-not-found');
  const { agent, status } = conversation;
  if (agent === null || status === 'resolved') throw new AppError('no-agent-yet');
  await take(deps, `proof:${customerId}`, { everySeconds: 5, burst: 10 });
  const code = newCode();
  const expiresAt = new Date(deps.clock.now().getTime() + PROOF_SECONDS * 1000);
  await putProof(deps.sql, { conversationId, agentId: agent.id, code, expiresAt });
  deps.bus.publish({ kind: 'proof', c: conversationId, agent: agent.id });
  const { name, staffNumber } = agent;
  return { code, agent: { name, staffNumber }, secondsLeft: PROOF_SECONDS };
}
