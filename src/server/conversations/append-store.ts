import type { Sql } from 'postgres';
import type { SealedRow } from '../log/row.ts';
import { type Column, linesOf, names, read } from '../platform/pg/columns.ts';
import type { Trace } from './commands.ts';
import type { ConversationState } from './state.ts';

/** A conversation's new state, the one it was decided on, the events between, and what the audit says of them. */
export interface Growth {
  before: ConversationState;
  state: ConversationState;
  rows: SealedRow[];
  traces: (Trace & { staffId: string | null; seq: number })[];
  erasures: Erasure[];
}

/** What is left of an earlier line, and the seq of the event that says who took the rest out. */
export interface Erasure {
  seq: number;
  body: string;
  /** Hexadecimal. */
  salt: string;
  by: number;
}

/** The columns of `conversations`, in the order of the type `conversation_line`. */
const headColumns: Column<Growth>[] = [
  ['id', 'uuid', ({ state }) => state.id],
  ['case_number', 'text', ({ state }) => state.caseNumber],
  ['channel', 'text', ({ state }) => state.channel],
  ['status', 'text', ({ state }) => state.status],
  ['priority', 'text', ({ state }) => state.priority],
  ['topic', 'text', ({ state }) => state.topic],
  ['locale', 'text', ({ state }) => state.locale],
  ['customer_id', 'uuid', ({ state }) => state.customerId],
  ['agent_id', 'uuid', ({ state }) => state.agentId],
  ['team_id', 'uuid', ({ state }) => state.teamId],
  ['tags', 'text[]', ({ state }) => state.tags],
  ['preview', 'text', ({ state }) => state.preview],
  ['preview_by', 'text', ({ state }) => state.previewBy],
  ['last_seq', 'integer', ({ state }) => state.lastSeq],
  ['prev_seq', 'integer', ({ before }) => before.lastSeq],
  ['last_hash', 'hex', ({ state }) => state.lastHash],
  ['customer_seq', 'integer', ({ state }) => state.customerSeq],
  ['agent_seq', 'integer', ({ state }) => state.agentSeq],
  ['waiting_since', 'timestamptz', ({ state }) => state.waitingSince],
  ['created_at', 'timestamptz', ({ state }) => state.createdAt],
  ['activity_at', 'timestamptz', ({ state }) => state.activityAt],
  ['resolved_at', 'timestamptz', ({ state }) => state.resolvedAt],
];
const lineColumns: Column<Growth>[] = [...headColumns, ['built_on', 'hex', ({ before }) => before.lastHash]];

const fixed = new Set(['id', 'case_number', 'customer_id', 'created_at']);
const assignments = headColumns
  .filter(([name]) => !fixed.has(name))
  .map(([name]) => `${name} = excluded.${name}`)
  .join(', ');

/** The columns of `events` in the order of the type `event_line`; what was said travels beside them. */
const eventColumns: Column<SealedRow>[] = [
  ['conversation_id', 'uuid', (row) => row.conversationId],
  ['seq', 'integer', (row) => row.seq],
  ['id', 'uuid', (row) => row.id],
  ['type', 'text', (row) => row.type],
  ['at', 'timestamptz', (row) => row.at],
  ['actor_kind', 'text', (row) => row.actor.kind],
  ['actor_id', 'uuid', ({ actor }) => (actor.kind === 'system' ? null : actor.id)],
  ['actor_name', 'text', ({ actor }) => (actor.kind === 'agent' ? actor.name : null)],
  ['actor_staff_number', 'text', ({ actor }) => (actor.kind === 'agent' ? actor.staffNumber : null)],
];

/**
 * One statement, one transaction, one flush: the heads move on from the state they were decided on, and only the
 * conversations whose head moved get their events. `order by id` makes two nodes lock rows in the same order, and
 * `order by n` gives a conversation's events rising places in the whole log.
 *
 * `was` sees what was committed when the statement began and compares hashes; `last_seq`, compared under the row's
 * lock, tells that nothing moved since. Together they refuse what was decided on a state that never came to be.
 *
 * $1 notices for other nodes, which PostgreSQL hands out at commit; $2 audit lines (JSON); $3 salt, digest and hash of
 * each event, 80 bytes in a row; $4 the heads; $5 the events and $6 their bodies, a line each (JSON text holds no line
 * break).
 */
const appendWith = (more: string) => `
  with head as (
    insert into conversations as c (${names(headColumns)})
    select ${names(headColumns, 'h')} from (select ${read(lineColumns)} from unnest($4::text::conversation_line[])) as h
    left join conversations was on was.id = h.id
    where h.prev_seq = 0 or was.last_hash = h.built_on
    order by h.id
    on conflict (id) do update set ${assignments} where c.last_seq = excluded.prev_seq
    returning c.id
  ), line as (
    insert into events (${names(eventColumns)}, body, salt, digest, hash)
    select ${names(eventColumns, 'e')}, e.body,
      substr($3::bytea, 80 * n - 79, 16), substr($3::bytea, 80 * n - 63, 32), substr($3::bytea, 80 * n - 31, 32)
    from rows from (unnest($5::text::event_line[]), string_to_table($6::text, e'\\n'))
      with ordinality as e(${names(eventColumns)}, body, number), lateral (select e.number::integer as n) as place
    where e.conversation_id in (select id from head) order by n
  ), trace as (
    insert into audit (staff_id, staff_name, action, subject_kind, subject_id, detail, ip)
    select t.staff_id, t.staff_name, t.action, 'conversation', t.conversation_id::text, t.detail, t.ip
    from json_to_recordset($2::text::json) as t(conversation_id uuid, staff_id uuid, staff_name text, action text, detail jsonb, ip text)
    where t.conversation_id in (select id from head)
  )${more}
  select array(select id from head) as moved, (select count(pg_notify('okpay_log', n)) from unnest($1::text[]) as n) as told`;

const appendStatement = appendWith('');

/** The rare batch that also takes something out of earlier lines, in the same transaction; $7 what is left (JSON). */
const eraseStatement = appendWith(`, erased as (
    update events e set body = x.body, salt = decode(x.salt, 'hex'), redacted_by = x.by
    from json_to_recordset($7::text::json) as x(conversation_id uuid, seq integer, by integer, body text, salt text)
    where e.conversation_id = x.conversation_id and e.seq = x.seq and x.conversation_id in (select id from head)
  )`);

const traceRows = ({ state, traces }: Growth) =>
  traces.map((trace) => ({
    conversation_id: state.id,
    staff_id: trace.staffId,
    staff_name: trace.staffName,
    action: trace.action,
    detail: { ...trace.detail, seq: trace.seq },
    ip: trace.ip,
  }));

/** Appends to many conversations at once. Returns the ids that grew; the others were moved by another node meanwhile. */
export async function append(sql: Sql, growths: Growth[], notices: string[]): Promise<Set<string>> {
  const rows = growths.flatMap((growth) => growth.rows);
  const values = [
    notices,
    JSON.stringify(growths.flatMap(traceRows)),
    Buffer.from(rows.map(({ salt, digest, hash }) => salt + digest + hash).join(''), 'hex'),
    linesOf(lineColumns, growths),
    linesOf(eventColumns, rows),
    rows.map(({ body }) => body).join('\n'),
  ];
  const erasures = growths.flatMap(({ state, erasures }) =>
    erasures.map((erasure) => ({ conversation_id: state.id, ...erasure })),
  );
  const [statement, parameters] =
    erasures.length === 0
      ? [appendStatement, values]
      : [eraseStatement, [...values, JSON.stringify(erasures)]];
  const [result] = await sql.unsafe<[{ moved: string[] }]>(statement, parameters, { prepare: true });
  return new Set(result.moved);
}
