/**
 * A centre of many years, made by SQL: conversations with 5 to 15 messages each, customers, agents and teams. Everything
 * a row holds follows from its number, so that events and the words they are found by can be written apart. Indexes are
 * taken away before and made again after; they come from the migrations themselves.
 */
import type { Sql } from 'postgres';
import { openParts, PART } from '../../../src/server/search/store.ts';
import { wordsOf } from '../../../src/server/search/words.ts';
import type { Agent } from '../cast.ts';
import { allTexts } from './texts.ts';

const AT_ONCE = 20_000;
/** One conversation in so many is open: the newest ones. */
const OPEN_SHARE = 50;
const TEAMS = 10;
const indexed = ['conversations', 'events', 'message_words'];
/** Places in the log that a conversation takes, on average. */
const PLACES = 11;

/** For conversation i: its id, how many messages, and the place in the whole log of the event before its first. */
const shape = `
  generate_series($1::bigint, $2::bigint) as i,
  lateral (select md5('c' || i)::uuid as c, md5('u' || i % $3::bigint)::uuid as u, 5 + i % 11 as messages,
    121 * (i / 11) + 6 * (i % 11) + (i % 11) * (i % 11 - 1) / 2 as base,
    now() - interval '1 year' + i * (interval '1 year' / $4::bigint::float8) as at) as one`;

/** For message s of conversation i: its text (common ones more often) and in every fifth a number of its own. */
const message = `
  generate_series(1, messages) as s,
  lateral (select (hashint8extended(i * 16 + s, 7) & 1048575) / 1048576.0::float8 as r) as dice,
  lateral (select case when hashint8(i * 16 + s) % 5 = 0 then base + s end as tx) as own, bench_texts t
  where t.n = floor(r * r * (select count(*) from bench_texts))::integer`;

async function fillTexts(sql: Sql): Promise<void> {
  await sql`create table bench_texts (n integer primary key, text text, json text, words tsvector)`;
  const rows = allTexts().map((text, n) => ({
    n,
    text,
    json: JSON.stringify(text).slice(0, -1),
    words: wordsOf(text),
  }));
  await sql`
    insert into bench_texts
    select n, text, json, array_to_tsvector(array(select json_array_elements_text(words)))
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as r(n integer, text text, json text, words json)`;
}

const eventsOf = `
  insert into events (conversation_id, seq, id, type, at, actor_kind, actor_id, actor_name, actor_staff_number, body, salt, digest, hash, pos)
  overriding system value
  select c, s + 1, md5('e' || base + s)::uuid, 'message.posted', at + s * interval '20 seconds',
    case s % 2 when 1 then 'customer' else 'agent' end, case s % 2 when 1 then u else ($5::uuid[])[1 + i % $6] end,
    case s % 2 when 0 then 'Lin' end, case s % 2 when 0 then 'A1001' end,
    '{"text":' || t.json || coalesce(' TX' || tx, '') || '"}',
    decode(md5('s' || base + s), 'hex'), sha256(int8send(base + s)), sha256(int8send(-base - s)), base + s + 1
  from ${shape}, ${message}`;

const wordsOfEvents = `
  insert into message_words (pos, conversation_id, seq, words)
  select base + s + 1, c, s + 1, t.words || array_to_tsvector(
    case when tx is null then array[]::text[] else array['tx' || tx] end)
  from ${shape}, ${message}`;

const beginnings = `
  insert into events (conversation_id, seq, id, type, at, actor_kind, actor_id, body, salt, digest, hash, pos)
  overriding system value
  select c, 1, c, 'conversation.started', at, 'customer', u, '{"channel":"chat","topic":null,"locale":"zh-CN"}',
    decode(md5('s' || base), 'hex'), sha256(int8send(base)), sha256(int8send(-base)), base + 1
  from ${shape}`;

const heads = `
  insert into conversations (id, case_number, channel, status, priority, topic, locale, customer_id, agent_id, team_id,
    preview, preview_by, last_seq, prev_seq, last_hash, customer_seq, agent_seq, created_at, activity_at, resolved_at)
  select c, 'L' || i, 'chat', case when is_open then 'open' else 'resolved' end, 'normal', null, 'zh-CN', u,
    case when not is_open or i % 10 > 0 then ($5::uuid[])[1 + (hashint8(i) & 65535) % $6::integer] end, ($7::uuid[])[1 + i % 10],
    '好的，谢谢，我再等一等', 'customer', messages + 1, messages, sha256(int8send(-base - messages)), messages, messages - 1,
    at, at + messages * interval '20 seconds', case when not is_open then at + interval '1 hour' end
  from ${shape}, lateral (select i >= $4::bigint - $4::bigint / ${OPEN_SHARE} as is_open) as state`;

const seen = `
  insert into receipts (conversation_id, party, delivered, read)
  select c, 'staff', messages, messages from ${shape}`;

const people = `
  insert into customers (id, name, email)
  select md5('u' || n)::uuid, (array['王芳','李伟','张敏','陈静','Alex','Maria','刘洋','赵磊'])[1 + n % 8] || n, 'u' || n || '@example.com'
  from generate_series(0, $1::bigint - 1) as n`;

/** Takes keys, indexes and what refers to them off, and returns what puts them on again. */
async function withoutIndexes(sql: Sql): Promise<() => Promise<void>> {
  const keys = await sql<{ name: string; table: string; definition: string }[]>`
    select conname as name, conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition from pg_constraint
    where (contype in ('p', 'u') and conrelid::regclass::text = any(${indexed}))
      or (contype = 'f' and confrelid::regclass::text = any(${indexed}))
    order by contype = 'f'`;
  for (const { name, table } of keys.toReversed())
    await sql.unsafe(`alter table ${table} drop constraint ${name}`);
  const indexes = await sql<{ indexname: string; indexdef: string }[]>`
    select indexname, indexdef from pg_indexes where tablename = any(${indexed})`;
  for (const { indexname } of indexes) await sql.unsafe(`drop index ${indexname}`);
  return async () => {
    for (const { name, table, definition } of keys) {
      await sql.unsafe(`alter table ${table} add constraint ${name} ${definition}`);
    }
    // The definition of an index over parts speaks of the whole alone.
    for (const { indexdef } of indexes) await sql.unsafe(indexdef.replace(' ON ONLY ', ' ON '));
  };
}

async function addTeams(sql: Sql): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    insert into teams (id, name) select gen_random_uuid(), 'Team ' || n from generate_series(1, ${TEAMS}) as n returning id`;
  return rows.map(({ id }) => id);
}

export async function generate(
  sql: Sql,
  conversations: number,
  agents: Agent[],
  tell: (line: string) => void,
): Promise<void> {
  const customers = Math.floor(conversations * 0.4);
  const teams = await addTeams(sql);
  const agentIds = agents.map(({ id }) => id);
  await fillTexts(sql);
  const parts = Math.floor((conversations * PLACES) / PART) + 1;
  await openParts(
    sql,
    Array.from({ length: parts }, (_none, part) => part * PART),
  );
  await sql.unsafe(people, [customers]);
  const restore = await withoutIndexes(sql);
  for (let from = 0; from < conversations; from += AT_ONCE) {
    const range = [from, Math.min(from + AT_ONCE, conversations) - 1, customers, conversations];
    await Promise.all([
      sql.unsafe(eventsOf, [...range, agentIds, agentIds.length]),
      sql.unsafe(wordsOfEvents, range),
    ]);
    await sql.unsafe(beginnings, range);
    await sql.unsafe(heads, [...range, agentIds, agentIds.length, teams]);
    await sql.unsafe(seen, range);
    if ((from / AT_ONCE) % 10 === 9) tell(`${from + AT_ONCE} conversations`);
  }
  tell('making the indexes');
  await restore();
  tell('vacuuming');
  await sql`select setval(pg_get_serial_sequence('events', 'pos'), (select max(pos) from events))`;
  await sql`insert into log_cursors (reader, tx, pos) select 'search', tx, pos from events order by tx desc, pos desc limit 1
    on conflict (reader) do update set tx = excluded.tx, pos = excluded.pos`;
  for (const table of [...indexed, 'customers', 'receipts']) await sql.unsafe(`vacuum (analyze) ${table}`);
}
