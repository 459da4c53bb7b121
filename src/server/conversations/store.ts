import type { Sql } from 'postgres';
import type { LogRow, SealedRow } from '../log/row.ts';
import type { Trace } from './commands.ts';
import type { ConversationState } from './state.ts';

/** How the columns of `conversations` spell the state; used in both directions. */
const stateColumns = `
  id uuid, case_number text, channel text, status text, priority text, topic text, locale text, customer_id uuid,
  agent_id uuid, team_id uuid, tags text[], preview text, preview_by text, last_seq integer, prev_seq integer,
  last_hash bytea, customer_seq integer, agent_seq integer, waiting_since timestamptz, created_at timestamptz,
  activity_at timestamptz, resolved_at timestamptz`;

const columnNames = stateColumns.split(',').map((column) => column.trim().split(' ')[0] as string);
const fixed = new Set(['id', 'case_number', 'customer_id', 'created_at']);
const assignments = columnNames
  .filter((name) => !fixed.has(name))
  .map((name) => `${name} = excluded.${name}`)
  .join(', ');

/**
 * One statement, one transaction, one flush: the heads move on from the seq they were decided on, and only the
 * conversations whose head moved get their events. `order by id` makes two nodes lock rows in the same order.
 * $1 heads, $2 events (JSON arrays of objects), $3 notices for other nodes, which PostgreSQL hands out at commit,
 * $4 audit lines.
 */
const appendStatement = `
  with head as (
    insert into conversations as c (${columnNames.join(', ')})
    select ${columnNames.join(', ')} from json_to_recordset($1::text::json) as h(${stateColumns}) order by id
    on conflict (id) do update set ${assignments} where c.last_seq = excluded.prev_seq
    returning c.id
  ), line as (
    insert into events (conversation_id, seq, id, type, at, actor_kind, actor_id, actor_name, actor_staff_number, body, salt, digest, hash)
    select e.* from json_to_recordset($2::text::json) as e(conversation_id uuid, seq integer, id uuid, type text, at timestamptz,
      actor_kind text, actor_id uuid, actor_name text, actor_staff_number text, body text, salt bytea, digest bytea, hash bytea)
    where e.conversation_id in (select id from head)
  ), trace as (
    insert into audit (staff_id, staff_name, action, subject_kind, subject_id, detail, ip)
    select t.staff_id, t.staff_name, t.action, 'conversation', t.conversation_id::text, t.detail, t.ip
    from json_to_recordset($4::text::json) as t(conversation_id uuid, staff_id uuid, staff_name text, action text, detail jsonb, ip text)
    where t.conversation_id in (select id from head)
  )
  select array(select id from head) as moved, (select count(pg_notify('okpay_log', n)) from unnest($3::text[]) as n) as told`;

const bytes = (buffer: Buffer): string => `\\x${buffer.toString('hex')}`;

const headRow = (state: ConversationState, builtOn: number) => ({
  id: state.id,
  case_number: state.caseNumber,
  channel: state.channel,
  status: state.status,
  priority: state.priority,
  topic: state.topic,
  locale: state.locale,
  customer_id: state.customerId,
  agent_id: state.agentId,
  team_id: state.teamId,
  tags: state.tags,
  preview: state.preview,
  preview_by: state.previewBy,
  last_seq: state.lastSeq,
  prev_seq: builtOn,
  last_hash: bytes(state.lastHash),
  customer_seq: state.customerSeq,
  agent_seq: state.agentSeq,
  waiting_since: state.waitingSince,
  created_at: state.createdAt,
  activity_at: state.activityAt,
  resolved_at: state.resolvedAt,
});

const eventRow = (row: SealedRow) => ({
  conversation_id: row.conversationId,
  seq: row.seq,
  id: row.id,
  type: row.type,
  at: row.at,
  actor_kind: row.actor.kind,
  actor_id: row.actor.kind === 'system' ? null : row.actor.id,
  actor_name: row.actor.kind === 'agent' ? row.actor.name : null,
  actor_staff_number: row.actor.kind === 'agent' ? row.actor.staffNumber : null,
  body: row.body,
  salt: bytes(row.salt),
  digest: bytes(row.digest),
  hash: bytes(row.hash),
});

const traceRows = ({ state, traces }: Growth) =>
  traces.map((trace) => ({
    conversation_id: state.id,
    staff_id: trace.staffId,
    staff_name: trace.staffName,
    action: trace.action,
    detail: { ...trace.detail, seq: trace.seq },
    ip: trace.ip,
  }));

/** A conversation's new state, the seq it was decided on, the events between, and what the audit says of them. */
export interface Growth {
  state: ConversationState;
  builtOn: number;
  rows: SealedRow[];
  traces: (Trace & { staffId: string; seq: number })[];
}

/** Appends to many conversations at once. Returns the ids that grew; the others were moved by another node meanwhile. */
export async function append(sql: Sql, growths: Growth[], notices: string[]): Promise<Set<string>> {
  const heads = JSON.stringify(growths.map(({ state, builtOn }) => headRow(state, builtOn)));
  const events = JSON.stringify(growths.flatMap(({ rows }) => rows.map(eventRow)));
  const traces = JSON.stringify(growths.flatMap(traceRows));
  const values = [heads, events, notices, traces];
  const [result] = await sql.unsafe<[{ moved: string[] }]>(appendStatement, values, { prepare: true });
  return new Set(result.moved);
}

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
    lastHash: row.last_hash,
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
): Promise<{ conversationId: string; id: string; seq: number; at: string; type: string; actorId: string | null }[]> {
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

const toLogRow = (row: Record<string, unknown>): LogRow =>
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
export async function readLog(sql: Sql, conversationId: string, after: number, limit: number): Promise<LogRow[]> {
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
