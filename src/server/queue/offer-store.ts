/**
 * Offers lock several waits in one transaction, and so does an append that moves several conversations: whatever is locked
 * is passed over here, so that the two never wait for each other.
 */
import type { ISql } from 'postgres';

/** Whether this node may give conversations out now: one at a time does, until its transaction ends. */
export async function holdQueue(tx: ISql): Promise<boolean> {
  const [row] = await tx<
    [{ held: boolean }]
  >`select pg_try_advisory_xact_lock(hashtext('okpay.queue')) as held`;
  return row.held;
}

export async function someTeamPushes(tx: ISql): Promise<boolean> {
  const rows = await tx`select 1 from teams where assignment = 'push' and archived_at is null limit 1`;
  return rows.length > 0;
}

/** Offers that nobody accepted in time are taken back, to the front of the queue. */
export async function lapseOffers(
  tx: ISql,
  now: Date,
): Promise<{ conversationId: string; agentId: string }[]> {
  return tx<{ conversationId: string; agentId: string }[]>`
    with lapsed as (
      select id, offered_to from queue_waits
      where ended_at is null and offered_until <= ${now} for update skip locked)
    update queue_waits w set offered_to = null, offered_until = null, front = true
    from lapsed where w.id = lapsed.id
    returning w.conversation_id as "conversationId", lapsed.offered_to as "agentId"`;
}

/** Takes back, without blame, what is offered to somebody who no longer takes conversations. */
export async function withdrawOffers(tx: ISql, takingAgents: string[]): Promise<void> {
  await tx`
    with withdrawn as (
      select id from queue_waits
      where ended_at is null and offered_to is not null and offered_to <> all(${takingAgents}::uuid[])
      for update skip locked)
    update queue_waits w set offered_to = null, offered_until = null from withdrawn where w.id = withdrawn.id`;
}

/** False when the conversation was taken meanwhile, or is just now. */
export async function putOffer(
  tx: ISql,
  conversationId: string,
  agentId: string,
  until: Date,
): Promise<boolean> {
  const rows = await tx`
    with free as (
      select id from queue_waits
      where conversation_id = ${conversationId} and ended_at is null and offered_to is null for update skip locked)
    update queue_waits w set offered_to = ${agentId}, offered_until = ${until}
    from free where w.id = free.id returning 1`;
  return rows.length === 1;
}

export async function offersTo(
  sql: ISql,
  agentId: string,
  now: Date,
): Promise<{ conversationId: string; until: Date }[]> {
  return sql<{ conversationId: string; until: Date }[]>`
    select conversation_id as "conversationId", offered_until as until from queue_waits
    where ended_at is null and offered_to = ${agentId} and offered_until > ${now} order by offered_until`;
}

/** How many wait, and how many of them since before this. */
export async function countWaiting(
  sql: ISql,
  before: Date,
): Promise<{ waiting: number; unattended: number }> {
  const [row] = await sql<[{ waiting: number; unattended: number }]>`
    select count(*)::int as waiting, count(*) filter (where since < ${before})::int as unattended
    from queue_waits where ended_at is null`;
  return row;
}

/** This agent is not asked about this wait, although they know the case. */
export async function passOver(sql: ISql, conversationId: string, agentId: string): Promise<void> {
  await sql`update queue_waits set known_by = null, not_agents = array_append(not_agents, ${agentId}::uuid)
    where conversation_id = ${conversationId} and ended_at is null`;
}

export interface Abandoned {
  conversationId: string;
  agentId: string;
  why: 'gone' | 'silent';
}

/**
 * Chats whose customer waits in vain: the agent has left the desk, or took it from the queue and has written nothing.
 * What has been still for long is no live chat any more, and keeps the agent who comes back tomorrow.
 * @param here agents who have the desk open
 */
export async function abandonedChats(
  sql: ISql,
  here: string[],
  times: { liveSince: Date; goneBefore: Date; silentBefore: Date },
): Promise<Abandoned[]> {
  return sql<Abandoned[]>`
    select c.id as "conversationId", c.agent_id as "agentId",
      case when c.agent_id <> all(${here}::uuid[]) then 'gone' else 'silent' end as why
    from conversations c
    left join queue_waits w on w.conversation_id = c.id and w.outcome = 'taken' and w.freed_at is null
    where c.status = 'open' and c.channel = 'chat' and c.agent_id is not null and c.waiting_since is not null
      and c.activity_at > ${times.liveSince}
      and ((c.agent_id <> all(${here}::uuid[]) and c.waiting_since < ${times.goneBefore}
          and coalesce(w.ended_at, c.waiting_since) < ${times.goneBefore})
        or (w.ended_at < ${times.silentBefore} and c.waiting_since <= w.ended_at))
    limit 100`;
}
