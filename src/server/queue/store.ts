import type { ISql } from 'postgres';
import type { Channel, Priority } from '../../contract/events.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Assignment } from '../../contract/queue.ts';
import type { Recent } from '../../queue/rates.ts';

/** Nobody is shown a place beyond this many; the queue is worked off from its front. */
const WAITS_MAX = 2_000;

export interface WaitRow {
  conversationId: string;
  channel: Channel;
  priority: Priority;
  teamId: string | null;
  assignment: Assignment | null;
  language: Locale;
  skills: string[];
  since: Date;
  enteredAt: Date;
  front: boolean;
  knownBy: string | null;
  notAgents: string[];
  offeredTo: string | null;
  /** A range was shown already, and kept. */
  shown: boolean;
}

/** Everybody who waits, those first who have priority and have waited longest. */
export async function openWaits(sql: ISql): Promise<WaitRow[]> {
  return sql<WaitRow[]>`
    select w.conversation_id as "conversationId", c.channel, c.priority, t.id as "teamId", t.assignment,
      c.locale as language, coalesce(p.skills, '{}') as skills, w.since, w.entered_at as "enteredAt", w.front,
      w.known_by as "knownBy", w.not_agents as "notAgents", w.offered_to as "offeredTo",
      w.shown_at is not null as shown
    from queue_waits w
    join conversations c on c.id = w.conversation_id
    left join topics p on p.id = c.topic
    left join teams t on t.id = coalesce(c.team_id, p.team_id) and t.archived_at is null
    where w.ended_at is null
    order by c.priority = 'P1' desc, w.front desc, w.since limit ${WAITS_MAX}`;
}

/** How many open conversations of each channel these agents have. */
export async function workOf(
  sql: ISql,
  agentIds: string[],
): Promise<{ agentId: string; channel: Channel; open: number }[]> {
  return sql<{ agentId: string; channel: Channel; open: number }[]>`
    select agent_id as "agentId", channel, count(*)::int as open from conversations
    where status = 'open' and agent_id = any(${agentIds}::uuid[]) group by 1, 2`;
}

/** When these agents last took a conversation from the queue. */
export async function lastTaken(sql: ISql, agentIds: string[]): Promise<{ agentId: string; at: Date }[]> {
  return sql<{ agentId: string; at: Date }[]>`
    select agent as "agentId", last.at from unnest(${agentIds}::uuid[]) as agent, lateral (
      select max(ended_at) as at from queue_waits w
      where w.agent_id = agent and w.ended_at > now() - interval '1 day') as last
    where last.at is not null`;
}

/** What happened in the queue since `from`; times in milliseconds. */
export async function recentWaits(sql: ISql, from: Date, now: Date): Promise<Recent> {
  const [row] = await sql<[Recent]>`
    with lately as (
      select *, greatest(entered_at, ${from}) as began, least(coalesce(ended_at, ${now}), ${now}) as until
      from queue_waits
      where ended_at is null or ended_at > ${from} or (outcome = 'taken' and (freed_at is null or freed_at > ${from}))
    ), busy as (select coalesce(range_agg(tstzrange(began, until)), '{}') as spans from lately where until > began)
    select
      count(*) filter (where freed_at > ${from})::int as completed,
      coalesce(sum(extract(epoch from least(coalesce(freed_at, ${now}), ${now}) - greatest(ended_at, ${from})))
        filter (where outcome = 'taken' and coalesce(freed_at, ${now}) > ${from}), 0)::float8 * 1000 as "servedFor",
      count(*) filter (where outcome = 'left' and ended_at > ${from})::int as "left",
      coalesce(sum(extract(epoch from until - began)) filter (where until > began), 0)::float8 * 1000 as "waitedFor",
      count(*) filter (where priority = 'P1' and ended_at > ${from})::int as emergencies,
      count(*) filter (where priority = 'P2' and ended_at > ${from})::int as priorities,
      extract(epoch from ${now}::timestamptz - ${from}::timestamptz)::float8 * 1000 as "watchedFor",
      count(*) filter (where outcome = 'taken' and ended_at > ${from})::int as taken,
      (select coalesce(sum(extract(epoch from upper(s) - lower(s))), 0)::float8 * 1000
        from busy, unnest(busy.spans) as s) as "queuedFor"
    from lately`;
  return row;
}

/** A wait that is over, with what was shown of it. */
export interface ShownWait {
  mean: number;
  deviation: number;
  waited: number;
  from: number;
  to: number;
}

/** The latest waits of which a range was shown and the end is known. Who left before the range was over tells nothing. */
export async function shownWaits(sql: ISql, since: Date, limit: number): Promise<ShownWait[]> {
  return sql<ShownWait[]>`
    select * from (
      select expected_ms as mean, deviation_ms as deviation, shown_from as "from", shown_to as "to", outcome,
        (extract(epoch from ended_at - shown_at) * 1000)::float8 as waited
      from queue_waits where ended_at > ${since} and shown_at is not null order by ended_at desc limit ${limit}
    ) as shown where outcome = 'taken' or waited > "to" * 60000`;
}

/** Remembers what a customer was told first; later ranges of the same wait are not counted again. */
export async function keepShown(
  sql: ISql,
  conversationId: string,
  shown: { mean: number; deviation: number; from: number; to: number },
  now: Date,
): Promise<void> {
  await sql`
    update queue_waits set shown_at = ${now}, shown_from = ${shown.from}, shown_to = ${shown.to},
      expected_ms = ${shown.mean}, deviation_ms = ${shown.deviation}
    where conversation_id = ${conversationId} and ended_at is null and shown_at is null`;
}

/** Half of the waits that ended in each hour of the clock were no longer than this. */
export async function waitsByHour(
  sql: ISql,
  since: Date,
  timeZone: string,
): Promise<{ hour: number; seconds: number; count: number }[]> {
  return sql<{ hour: number; seconds: number; count: number }[]>`
    select extract(hour from entered_at at time zone ${timeZone})::int as hour, count(*)::int as count,
      percentile_cont(0.5) within group (order by extract(epoch from ended_at - entered_at))::float8 as seconds
    from queue_waits where outcome = 'taken' and ended_at > ${since} group by 1 order by 1`;
}
