import type { ISql, Sql } from 'postgres';

/** Newest messages that are looked through one by one before the index is asked. */
const RECENT = 20_000;

export interface Words {
  pos: string;
  conversationId: string;
  seq: number;
  words: string[];
}

export async function insertWords(sql: ISql, rows: Words[]): Promise<void> {
  await sql`
    insert into message_words (pos, conversation_id, seq, words)
    select r.pos, r."conversationId", r.seq, array_to_tsvector(array(select json_array_elements_text(r.words)))
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as r(pos bigint, "conversationId" uuid, seq integer, words json)
    on conflict do nothing`;
}

/** How far the index reaches. */
async function newestPos(sql: Sql): Promise<number> {
  const [row] = await sql<[{ pos: string | null }]>`select max(pos) as pos from message_words`;
  return Number(row.pos ?? 0);
}

/**
 * Places in the log that hold all the words, newest first, before `before`. A frequent word is found quickly among
 * the newest messages and would be slow to sort out of an index of millions; a rare one the other way round. So the
 * newest are looked through first, and the index is asked only when they do not fill the page - and then it is rare.
 */
export async function findPlaces(
  sql: Sql,
  tsquery: string,
  before: number | null,
  limit: number,
): Promise<string[]> {
  const top = before ?? (await newestPos(sql)) + 1;
  const recent = await sql<{ pos: string }[]>`
    select pos from message_words where pos < ${top} and pos >= ${top - RECENT} and words @@ ${tsquery}::tsquery
    order by pos desc limit ${limit}`;
  if (recent.length === limit) return recent.map((row) => row.pos);
  const older = await sql<{ pos: string }[]>`
    with held as materialized (select pos from message_words where words @@ ${tsquery}::tsquery)
    select pos from held where pos < ${top - RECENT} order by pos desc limit ${limit - recent.length}`;
  return [...recent, ...older].map((row) => row.pos);
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
