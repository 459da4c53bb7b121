import { randomUUID } from 'node:crypto';
import { agentsHere } from '../agents/agents-here.ts';
import type { Deps } from '../deps.ts';
import { type Abandoned, abandonedChats, passOver } from './offer-store.ts';
import { readSettings } from './settings.ts';

/** A chat in which nothing was said for so long is no live chat any more. */
const LIVE_MS = 30 * 60_000;

async function giveBack(deps: Deps, { conversationId, agentId, why }: Abandoned): Promise<void> {
  await deps.log.submit({
    conversationId,
    id: randomUUID(),
    at: deps.clock.now().toISOString(),
    actor: { kind: 'system' },
    command: { kind: 'return', agentId, why },
    trace: { action: 'conversation.returned', staffName: '', ip: '', detail: { agentId, why } },
  });
  // Who had it and did not answer would be the first to be asked again.
  if (why === 'silent') await passOver(deps.sql, conversationId, agentId);
}

/**
 * Takes live chats from agents who are not there for them, to the front of the queue. Nothing is taken while nobody
 * else is there: the customer would lose an agent and win nothing.
 */
export async function returnAbandoned(deps: Deps): Promise<void> {
  const agents = await agentsHere(deps.sql);
  if (!agents.some(({ presence }) => presence === 'online')) return;
  const { goneSeconds, answerSeconds } = await readSettings(deps.sql);
  const before = (ms: number) => new Date(deps.clock.now().getTime() - ms);
  const abandoned = await abandonedChats(
    deps.sql,
    agents.map(({ id }) => id),
    {
      liveSince: before(LIVE_MS),
      goneBefore: before(goneSeconds * 1000),
      silentBefore: before(answerSeconds * 1000),
    },
  );
  for (const chat of abandoned) await giveBack(deps, chat);
}
