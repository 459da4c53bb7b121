import type { Sql } from 'postgres';
import type { SealedRow } from '../log/row.ts';
import { plainArray, textArray } from '../platform/pg/array-text.ts';
import type { Trace } from './commands.ts';
import type { ConversationState } from './state.ts';

/** The columns of `conversations`, as they are written. */
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
 * One statement, one transaction, one flush: the heads move on from the state they were decided on, and only the
 * conversations whose head moved get their events. `order by id` makes two nodes lock rows in the same order, and
 * `order by n` gives a conversation's events rising places in the whole log.
 *
 * `was` sees what was committed when the statement began and compares hashes; `last_seq`, compared under the row's
 * lock, tells that nothing moved since. Together they refuse what was decided on a state that never came to be.
 *
 * $1 heads (JSON), $2 to $11 events by column, $12 salt, digest and hash of each event in a row, $13 audit lines
 * (JSON), $14 notices for other nodes, which PostgreSQL hands out at commit.
 */
const appendStatement = `
  with head as (
    insert into conversations as c (${columnNames.join(', ')})
    select ${columnNames.map((name) => `h.${name}`).join(', ')}
    from json_to_recordset($1::text::json) as h(${stateColumns}, built_on bytea)
    left join conversations was on was.id = h.id
    where h.prev_seq = 0 or was.last_hash = h.built_on
    order by h.id
    on conflict (id) do update set ${assignments} where c.last_seq = excluded.prev_seq
    returning c.id
  ), line as (
    insert into events (conversation_id, seq, id, type, at, actor_kind, actor_id, actor_name, actor_staff_number, body, salt, digest, hash)
    select e.conversation_id, e.seq, e.id, e.type, e.at, e.actor_kind, e.actor_id, e.actor_name, e.actor_staff_number, e.body,
      substr($12::bytea, 80 * n - 79, 16), substr($12::bytea, 80 * n - 63, 32), substr($12::bytea, 80 * n - 31, 32)
    from rows from (unnest($2::text::uuid[]), unnest($3::text::integer[]), unnest($4::text::uuid[]), unnest($5::text::text[]),
      unnest($6::text::timestamptz[]), unnest($7::text::text[]), unnest($8::text::uuid[]), unnest($9::text::text[]),
      unnest($10::text::text[]), unnest($11::text::text[])) with ordinality
      as e(conversation_id, seq, id, type, at, actor_kind, actor_id, actor_name, actor_staff_number, body, number),
      lateral (select e.number::integer as n) as place
    where e.conversation_id in (select id from head) order by n
  ), trace as (
    insert into audit (staff_id, staff_name, action, subject_kind, subject_id, detail, ip)
    select t.staff_id, t.staff_name, t.action, 'conversation', t.conversation_id::text, t.detail, t.ip
    from json_to_recordset($13::text::json) as t(conversation_id uuid, staff_id uuid, staff_name text, action text, detail jsonb, ip text)
    where t.conversation_id in (select id from head)
  )
  select array(select id from head) as moved, (select count(pg_notify('okpay_log', n)) from unnest($14::text[]) as n) as told`;

const bytes = (hex: string): string => `\\x${hex}`;

const headRow = ({ state, before }: Growth) => ({
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
  prev_seq: before.lastSeq,
  built_on: bytes(before.lastHash),
  last_hash: bytes(state.lastHash),
  customer_seq: state.customerSeq,
  agent_seq: state.agentSeq,
  waiting_since: state.waitingSince,
  created_at: state.createdAt,
  activity_at: state.activityAt,
  resolved_at: state.resolvedAt,
});

/** The events column by column, in the order of the statement's parameters. */
const eventColumns = (rows: SealedRow[]): (string | Buffer)[] => [
  plainArray(rows.map((row) => row.conversationId)),
  plainArray(rows.map((row) => row.seq)),
  plainArray(rows.map((row) => row.id)),
  plainArray(rows.map((row) => row.type)),
  plainArray(rows.map((row) => row.at)),
  plainArray(rows.map((row) => row.actor.kind)),
  plainArray(rows.map(({ actor }) => (actor.kind === 'system' ? null : actor.id))),
  textArray(rows.map(({ actor }) => (actor.kind === 'agent' ? actor.name : null))),
  textArray(rows.map(({ actor }) => (actor.kind === 'agent' ? actor.staffNumber : null))),
  textArray(rows.map((row) => row.body)),
  Buffer.from(rows.map(({ salt, digest, hash }) => salt + digest + hash).join(''), 'hex'),
];

const traceRows = ({ state, traces }: Growth) =>
  traces.map((trace) => ({
    conversation_id: state.id,
    staff_id: trace.staffId,
    staff_name: trace.staffName,
    action: trace.action,
    detail: { ...trace.detail, seq: trace.seq },
    ip: trace.ip,
  }));

/** A conversation's new state, the one it was decided on, the events between, and what the audit says of them. */
export interface Growth {
  before: ConversationState;
  state: ConversationState;
  rows: SealedRow[];
  traces: (Trace & { staffId: string; seq: number })[];
}

/** Appends to many conversations at once. Returns the ids that grew; the others were moved by another node meanwhile. */
export async function append(sql: Sql, growths: Growth[], notices: string[]): Promise<Set<string>> {
  const heads = JSON.stringify(growths.map(headRow));
  const traces = JSON.stringify(growths.flatMap(traceRows));
  const values = [heads, ...eventColumns(growths.flatMap(({ rows }) => rows)), traces, notices];
  const [result] = await sql.unsafe<[{ moved: string[] }]>(appendStatement, values, { prepare: true });
  return new Set(result.moved);
}
