import type { Fragment, Sql } from 'postgres';
import type { ConversationSummary, InboxQuery } from '../../contract/conversations.ts';
import type { Counters } from '../../contract/frames.ts';
import { seenBy } from './door-store.ts';

type Summary = ConversationSummary;

const columns = (sql: Sql): Fragment => sql`
  c.id, c.case_number, c.channel, c.status, c.priority, c.topic, c.locale, c.customer_id, u.name as customer_name,
  c.agent_id, s.display_name as agent_name, s.staff_number, c.team_id, c.tags, c.preview, c.preview_by, c.last_seq,
  c.customer_seq > coalesce(r.read, 0) as unread, c.waiting_since, c.created_at, c.activity_at, c.resolved_at`;

const joins = (sql: Sql): Fragment => sql`
  left join customers u on u.id = c.customer_id
  left join staff s on s.id = c.agent_id
  left join receipts r on r.conversation_id = c.id and r.party = 'staff'`;

function toSummary(row: Record<string, unknown>): Summary {
  const time = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : null);
  return {
    id: row.id,
    caseNumber: row.case_number,
    channel: row.channel,
    status: row.status,
    priority: row.priority,
    topic: row.topic,
    locale: row.locale,
    customer: { id: row.customer_id, name: row.customer_name ?? '' },
    agent:
      row.agent_id === null
        ? null
        : { id: row.agent_id, name: row.agent_name ?? '', staffNumber: row.staff_number ?? '' },
    teamId: row.team_id,
    tags: row.tags,
    preview: row.preview,
    previewBy: row.preview_by,
    lastSeq: row.last_seq,
    unread: row.unread,
    waitingSince: time(row.waiting_since),
    createdAt: time(row.created_at),
    activityAt: time(row.activity_at),
    resolvedAt: time(row.resolved_at),
  } as Summary;
}

export async function summariesOf(sql: Sql, ids: string[]): Promise<Summary[]> {
  const rows = await sql`
    select ${columns(sql)} from conversations c ${joins(sql)} where c.id = any(${ids}::uuid[])`;
  return rows.map(toSummary);
}

/** Where a page begins: strictly after this time and id, newest first. */
export interface Place {
  at: string;
  id: string;
}

const viewFilter = (sql: Sql, query: InboxQuery, staffId: string): Fragment => {
  if (query.view === 'mine') return sql`c.status = 'open' and c.agent_id = ${staffId}`;
  if (query.view === 'unassigned') return sql`c.status = 'open' and c.agent_id is null`;
  if (query.view === 'team') return sql`c.status = 'open' and c.team_id = ${query.team ?? null}`;
  if (query.view === 'resolved') return sql`c.status = 'resolved'`;
  return sql`c.status = 'open'`;
};

/** One page of a view, newest activity first; resolved ones by when they were resolved. Keyset on (time, id). */
export async function inboxPage(
  sql: Sql,
  query: InboxQuery,
  staffId: string,
  from: Place | null,
): Promise<Summary[]> {
  const time = query.view === 'resolved' ? sql`c.resolved_at` : sql`c.activity_at`;
  const after = from === null ? sql`` : sql`and (${time}, c.id) < (${from.at}, ${from.id})`;
  const rows = await sql`
    with page as materialized (
      select * from conversations c where ${viewFilter(sql, query, staffId)} ${after}
      order by ${time} desc, c.id desc limit ${query.limit + 1})
    select ${columns(sql)} from page c ${joins(sql)} order by ${time} desc, c.id desc`;
  return rows.map(toSummary);
}

/** How many open conversations each agent and team has, counted for everybody in one pass. */
export interface Tally {
  byAgent: Map<string, number>;
  unassigned: number;
  all: number;
  resolved: number;
  teams: Counters['teams'];
}

export async function tally(sql: Sql): Promise<Tally> {
  const open = await sql<{ agent_id: string | null; team_id: string | null; n: number }[]>`
    select agent_id, team_id, count(*)::int as n from conversations where status = 'open' group by 1, 2`;
  const [{ n: resolved } = { n: 0 }] = await sql<[{ n: number }]>`
    select count(*)::int as n from conversations where status = 'resolved' and resolved_at > now() - interval '1 day'`;
  const result: Tally = { byAgent: new Map(), unassigned: 0, all: 0, resolved, teams: {} };
  for (const { agent_id, team_id, n } of open) {
    result.all += n;
    if (agent_id === null) result.unassigned += n;
    else result.byAgent.set(agent_id, (result.byAgent.get(agent_id) ?? 0) + n);
    if (team_id !== null) result.teams[team_id] = (result.teams[team_id] ?? 0) + n;
  }
  return result;
}

/** A customer's latest conversations, with those of customers whose history they claimed. */
export async function idsOfCustomer(sql: Sql, customerId: string, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from conversations where customer_id = any(${seenBy(sql, customerId)})
    order by created_at desc limit ${limit}`;
  return rows.map((row) => row.id);
}
