import type { QueueSettings } from '../../contract/queue.ts';
import { match } from '../../queue/match.ts';
import { setAway } from '../agents/set-away.ts';
import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { loadSnapshot, type QueueNow } from './load-snapshot.ts';
import { holdQueue, lapseOffers, putOffer, someTeamPushes, withdrawOffers } from './offer-store.ts';
import { readSettings } from './settings.ts';

type Giving = Pick<Deps, 'sql' | 'clock' | 'bus'>;

/** The part of the queue that is given out: conversations of teams that push, which nobody is asked about yet. */
function toGiveOut(queue: QueueNow, { assignment }: QueueSettings): QueueNow {
  const waiting = queue.waiting.filter(({ id, teamId }) => {
    const row = queue.rows.get(id);
    const way = teamId === null ? assignment : row?.assignment;
    return way === 'push' && row?.offeredTo === null;
  });
  return { ...queue, waiting };
}

/** Whoever missed an offer is not at the desk, whatever their presence says: the next would be missed too. */
async function takeBack(deps: Giving): Promise<number> {
  const now = deps.clock.now();
  const missed = await deps.sql.begin(async (tx) => {
    const lapsed = await lapseOffers(tx, now);
    for (const { conversationId, agentId } of lapsed)
      await audit(tx, { ip: '' }, 'offer.missed', { kind: 'conversation', id: conversationId }, { agentId });
    return lapsed;
  });
  for (const agentId of new Set(missed.map((lapsed) => lapsed.agentId))) await setAway(deps, agentId);
  return missed.length;
}

/**
 * Offers waiting conversations to free agents, on one node at a time. An offer is only a question: the conversation is
 * the agent's who claims it, and the log gives it to one.
 * @returns how many offers began or ended
 */
export async function giveOut(deps: Giving): Promise<number> {
  const missed = await takeBack(deps);
  const given = await deps.sql.begin(async (tx) => {
    const settings = await readSettings(tx);
    if (settings.assignment === 'pull' && !(await someTeamPushes(tx))) return 0;
    if (!(await holdQueue(tx))) return 0;
    const queue = await loadSnapshot(tx, deps.clock.now());
    await withdrawOffers(
      tx,
      queue.agents.map(({ id }) => id),
    );
    const until = new Date(queue.now + settings.acceptSeconds * 1000);
    let offers = 0;
    for (const { waitingId, agentId } of match(toGiveOut(queue, settings)))
      if (await putOffer(tx, waitingId, agentId, until)) offers += 1;
    return offers;
  });
  return missed + given;
}
