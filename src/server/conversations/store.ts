import type { Sql } from 'postgres';
import type { LogRow } from '../log/row.ts';
import type { ConversationState } from './state.ts';

const toState = (row: Record<string, unknown>): ConversationState =>
  ({
    id: row.id,
    caseNumber: row.case_number,
    channel: row.channel,
    status: row.status,
    priority: row.priority,
    topic: row.topic,
    locale: row.locale,
    customerId: row.customer_id,
    agentId: row.agent_id,
    teamId: row.team_id,
    tags: row.tags,
    preview: row.preview,
    previewBy: row.preview_by,
    lastSeq: row.last_seq,
    lastHash: (row.last_hash as Buffer).toString('hex'),
    customerSeq: row.customer_seq,
    agentSeq: row.agent_seq,
    waitingSince: isoOrNull(row.waiting_since),
    createdAt: isoOrNull(row.created_at),
    activityAt: isoOrNull(row.activity_at),
    resolvedAt: isoOrNull(row.resolved_at),
  }) as ConversationState;

const isoOrNull = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : null);

export async function loadStates(sql: Sql, ids: string[]): Promise<ConversationState[]> {
  const rows = await sql`select * from conversations where id = any(${ids}::uuid[])`;
  return rows.map(toState);
}

/** Which of these events are on the log already: how a retry is recognised. */
export async function findEvents(
  sql: Sql,
  wanted: { conversationId: string; id: string }[],
): Promise<
  { conversationId: string; id: string; seq: number; at: string; type: string; actorId: string | null }[]
> {
  const rows = await sql`
    select conversation_id, id, seq, at, type, actor_id from events
    where (conversation_id, id) in (
      select * from unnest(${wanted.map((w) => w.conversationId)}::uuid[], ${wanted.map((w) => w.id)}::uuid[]))`;
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    id: row.id,
    seq: row.seq,
    at: row.at.toISOString(),
    type: row.type,
    actorId: row.actor_id,
  }));
}

const actorOf = (row: Record<string, unknown>): LogRow['actor'] => {
  if (row.actor_kind === 'customer') return { kind: 'customer', id: row.actor_id as string };
  if (row.actor_kind === 'system') return { kind: 'system' };
  return {
    kind: 'agent',
    id: row.actor_id as string,
    name: row.actor_name as string,
    staffNumber: row.actor_staff_number as string,
  };
};

export const toLogRow = (row: Record<string, unknown>): LogRow =>
  ({
    conversationId: row.conversation_id,
    seq: row.seq,
    id: row.id,
    type: row.type,
    at: (row.at as Date).toISOString(),
    actor: actorOf(row),
    body: row.body,
  }) as LogRow;

/** A piece of one conversation's log after `after`, oldest first, at most `limit` lines. */
export async function readLog(
  sql: Sql,
  conversationId: string,
  after: number,
  limit: number,
): Promise<LogRow[]> {
  const rows = await sql`
    select conversation_id, seq, id, type, at, actor_kind, actor_id, actor_name, actor_staff_number, body from events
    where conversation_id = ${conversationId} and seq > ${after} order by seq limit ${limit}`;
  return rows.map(toLogRow);
}

/** The next number of the case number sequence, in the form people read out on the phone. */
export async function nextCaseNumber(sql: Sql): Promise<string> {
  const [row] = await sql<[{ n: string }]>`select nextval('case_numbers') as n`;
  return `OK${row.n}`;
}
