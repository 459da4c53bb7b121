import type { ISql, Sql } from 'postgres';

/** Newest messages that are looked through one by one before an index is asked. */
const RECENT = 2_000;
/** So many places in the log are a part: a table, with an index of words of its own. */
export const PART = 250_000;
/** Most parts that are asked at once: what was frequent long ago must not be sorted out of the whole history. */
const PARTS_AT_ONCE = 8;

export interface Place {
  pos: string;
  conversationId: string;
  seq: number;
}

export interface Words extends Place {
  words: string[];
}

const partOf = (pos: number): number => Math.floor(pos / PART);

/** Makes the parts in which these places lie, where they are not there yet. */
export async function openParts(sql: ISql, positions: number[]): Promise<void> {
  for (const part of new Set(positions.map(partOf)))
    await sql.unsafe(
      `create table if not exists message_words_${part} partition of message_words for values from (${part * PART}) to (${(part + 1) * PART})`,
    );
}

export async function insertWords(sql: ISql, rows: Words[]): Promise<void> {
  await openParts(
    sql,
    rows.map(({ pos }) => Number(pos)),
  );
  await sql`
    insert into message_words (pos, conversation_id, seq, words)
    select r.pos, r."conversationId", r.seq, array_to_tsvector(array(select json_array_elements_text(r.words)))
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as r(pos bigint, "conversationId" uuid, seq integer, words json)
    on conflict do nothing`;
}

/** A line of a conversation as it is now, with its place in the log. */
export async function lineNow(
  sql: ISql,
  conversationId: string,
  seq: number,
): Promise<{ pos: string; body: string | null } | null> {
  const [row] = await sql<{ pos: string; body: string | null }[]>`
    select pos, body from events where conversation_id = ${conversationId} and seq = ${seq}`;
  return row ?? null;
}

/** The words of a message that says less than before. */
export async function replaceWords(sql: ISql, pos: string, words: string[]): Promise<void> {
  await sql`update message_words set words = array_to_tsvector(${words}::text[]) where pos = ${pos}`;
}

/** How far the index reaches. */
async function newestPos(sql: Sql): Promise<number> {
  const [row] = await sql<[{ pos: string | null }]>`select max(pos) as pos from message_words`;
  return Number(row.pos ?? 0);
}

type Stretch = [bottom: number, top: number];

/** Walks the messages of a stretch of the log; `is true` keeps the index of words out of it. */
const walk = (sql: Sql, tsquery: string, [bottom, top]: Stretch, limit: number): Promise<Place[]> => sql<
  Place[]
>`
  select pos, conversation_id as "conversationId", seq from message_words
  where pos >= ${bottom} and pos < ${top} and (words @@ ${tsquery}::tsquery) is true
  order by pos desc limit ${limit}`;

/** Asks the indexes of words; `materialized` keeps the walk along the key out of it. */
const ask = (sql: Sql, tsquery: string, [bottom, top]: Stretch, limit: number): Promise<Place[]> => sql<
  Place[]
>`
  with held as materialized (
    select pos, conversation_id as "conversationId", seq from message_words
    where pos >= ${bottom} and pos < ${top} and words @@ ${tsquery}::tsquery)
  select * from held order by pos desc limit ${limit}`;

/**
 * Places in the log that hold all the words, newest first, before `before`. An index of words knows no order: what it
 * finds has to be fetched and sorted, all of it. So it is asked only when walking the newest messages does not fill the
 * page, and then part by part, twice as many each time: a frequent word fills the page from few, a rare one is nowhere
 * much.
 */
export async function findPlaces(
  sql: Sql,
  tsquery: string,
  before: number | null,
  limit: number,
): Promise<Place[]> {
  let top = before ?? (await newestPos(sql)) + 1;
  const found = [...(await walk(sql, tsquery, [top - RECENT, top], limit))];
  top -= RECENT;
  for (let parts = 1; found.length < limit && top > 0; parts = Math.min(parts * 2, PARTS_AT_ONCE)) {
    const bottom = Math.max(0, partOf(top - 1) - parts + 1) * PART;
    found.push(...(await ask(sql, tsquery, [bottom, top], limit - found.length)));
    top = bottom;
  }
  return found;
}

export interface HitRow {
  pos: string;
  conversationId: string;
  caseNumber: string;
  customerId: string;
  customerName: string;
  seq: number;
  at: Date;
  type: string;
  actorKind: 'customer' | 'agent' | 'system';
  body: string | null;
}

export async function loadHits(sql: Sql, places: Place[]): Promise<HitRow[]> {
  const [conversations, seqs] = [places.map((place) => place.conversationId), places.map(({ seq }) => seq)];
  return sql<HitRow[]>`
    select e.pos, e.conversation_id as "conversationId", c.case_number as "caseNumber", c.customer_id as "customerId",
      coalesce(u.name, '') as "customerName", e.seq, e.at, e.type, e.actor_kind as "actorKind", e.body
    from unnest(${conversations}::uuid[], ${seqs}::integer[]) as p(conversation_id, seq)
    join events e on e.conversation_id = p.conversation_id and e.seq = p.seq
    join conversations c on c.id = p.conversation_id
    left join customers u on u.id = c.customer_id
    order by e.pos desc`;
}

export interface CustomerHitRow {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  account: string | null;
  conversations: number;
  latestConversationId: string | null;
}

/** Customers by name, address, telephone number, account or the case number of one of their conversations. */
export async function findCustomers(
  sql: Sql,
  tsquery: string,
  caseNumber: string,
  limit: number,
): Promise<CustomerHitRow[]> {
  return sql<CustomerHitRow[]>`
    with hit as (
      (select customer_id as id from conversations where case_number = ${caseNumber})
      union
      (select id from customers where words @@ ${tsquery}::tsquery limit ${limit})
    )
    select u.id, u.name, u.email, u.phone, u.account,
      (select count(*)::int from (select 1 from conversations c where c.customer_id = u.id limit 100) as few) as conversations,
      (select c.id from conversations c where c.customer_id = u.id order by (c.case_number = ${caseNumber}) desc, c.created_at desc limit 1)
        as "latestConversationId"
    from hit join customers u on u.id = hit.id order by u.seen_at desc limit ${limit}`;
}
