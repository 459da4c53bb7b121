import type { ISql, Sql } from 'postgres';

/** Newest messages that are looked through one by one before the index is asked. */
const RECENT = 2_000;
/** So many places in the log are an era; its number stands among the words of every message, marked as none of them can be. */
export const ERA = 100_000;
/** Most eras the index is asked for at once: what was frequent long ago must not be sorted out of the whole history. */
const ERAS_AT_ONCE = 16;

const eraMark = (era: number): string => `#${era}`;

export interface Words {
  pos: string;
  conversationId: string;
  seq: number;
  words: string[];
}

export async function insertWords(sql: ISql, rows: Words[]): Promise<void> {
  const marked = rows.map((row) => ({
    ...row,
    words: [...row.words, eraMark(Math.floor(Number(row.pos) / ERA))],
  }));
  await sql`
    insert into message_words (pos, conversation_id, seq, words)
    select r.pos, r."conversationId", r.seq, array_to_tsvector(array(select json_array_elements_text(r.words)))
    from json_to_recordset(${JSON.stringify(marked)}::text::json) as r(pos bigint, "conversationId" uuid, seq integer, words json)
    on conflict do nothing`;
}

/** How far the index reaches. */
async function newestPos(sql: Sql): Promise<number> {
  const [row] = await sql<[{ pos: string | null }]>`select max(pos) as pos from message_words`;
  return Number(row.pos ?? 0);
}

/** Walks the newest messages; `is true` keeps the index of words out of it. */
async function amongNewest(sql: Sql, tsquery: string, top: number, limit: number): Promise<string[]> {
  const rows = await sql<{ pos: string }[]>`
    select pos from message_words where pos < ${top} and pos >= ${top - RECENT} and (words @@ ${tsquery}::tsquery) is true
    order by pos desc limit ${limit}`;
  return rows.map((row) => row.pos);
}

/** Asks the index of words for some eras, `first` to `last`. */
async function amongEras(
  sql: Sql,
  tsquery: string,
  eras: [first: number, last: number],
  top: number,
  limit: number,
): Promise<string[]> {
  const [first, last] = eras;
  const marks = Array.from({ length: last - first + 1 }, (_none, index) => `'${eraMark(first + index)}'`);
  const rows = await sql<{ pos: string }[]>`
    with held as materialized (
      select pos from message_words where words @@ ${`(${tsquery}) & (${marks.join(' | ')})`}::tsquery)
    select pos from held where pos < ${top} order by pos desc limit ${limit}`;
  return rows.map((row) => row.pos);
}

/**
 * Places in the log that hold all the words, newest first, before `before`. The index of words knows no order: what it
 * finds has to be fetched and sorted, all of it. So it is asked only when walking the newest messages does not fill the
 * page, and then from era to era, twice as many each time: a frequent word fills the page from few, a rare one is
 * nowhere much.
 */
export async function findPlaces(
  sql: Sql,
  tsquery: string,
  before: number | null,
  limit: number,
): Promise<string[]> {
  let top = before ?? (await newestPos(sql)) + 1;
  const found = await amongNewest(sql, tsquery, top, limit);
  top -= RECENT;
  for (let eras = 1; found.length < limit && top > 0; eras = Math.min(eras * 2, ERAS_AT_ONCE)) {
    const last = Math.floor((top - 1) / ERA);
    const first = Math.max(0, last - eras + 1);
    found.push(...(await amongEras(sql, tsquery, [first, last], top, limit - found.length)));
    top = first * ERA;
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

export async function loadHits(sql: Sql, places: string[]): Promise<HitRow[]> {
  return sql<HitRow[]>`
    select w.pos, e.conversation_id as "conversationId", c.case_number as "caseNumber", c.customer_id as "customerId",
      coalesce(u.name, '') as "customerName", e.seq, e.at, e.type, e.actor_kind as "actorKind", e.body
    from unnest(${places}::bigint[]) as p(pos)
    join message_words w on w.pos = p.pos
    join events e on e.conversation_id = w.conversation_id and e.seq = w.seq
    join conversations c on c.id = w.conversation_id
    left join customers u on u.id = c.customer_id
    order by w.pos desc`;
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
