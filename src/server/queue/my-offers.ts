import type { MyOffers } from '../../contract/queue.ts';
import { summariesById } from '../conversations/summaries-by-id.ts';
import type { Deps } from '../deps.ts';
import { countWaiting, offersTo } from './offer-store.ts';
import { readSettings } from './settings.ts';

/** What this agent is asked to take, soonest to lapse first, and whether somebody waits too long. */
export async function myOffers(
  { sql, clock }: Pick<Deps, 'sql' | 'clock'>,
  agentId: string,
): Promise<MyOffers> {
  const now = clock.now();
  const { unattendedSeconds } = await readSettings(sql);
  const [offers, counts] = await Promise.all([
    offersTo(sql, agentId, now),
    countWaiting(sql, new Date(now.getTime() - unattendedSeconds * 1000)),
  ]);
  const conversations = await summariesById(
    sql,
    offers.map(({ conversationId }) => conversationId),
  );
  const rows = offers.flatMap(({ conversationId, until }) => {
    const conversation = conversations.get(conversationId);
    return conversation === undefined ? [] : [{ conversation, until: until.toISOString() }];
  });
  return { rows, ...counts };
}
