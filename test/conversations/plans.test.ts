import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mayCustomerSee } from '../../src/server/conversations/door-store.ts';
import { myConversations } from '../../src/server/conversations/my-store.ts';
import { idsOfCustomer } from '../../src/server/conversations/summary-store.ts';
import { openHistory } from '../../src/server/customers/claim-store.ts';
import { openDatabase } from '../../src/server/platform/pg/open.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

/** What a customer does must cost the same however many conversations there are: none of it may read the whole table. */
const CONVERSATIONS = 20_000;
/** PostgreSQL plans a statement anew five times, then may keep a plan that knows no values. */
const TIMES = 8;

let database: TestDatabase;
/** One connection, which counts for itself what it reads. */
let sql: Sql;
const customerId = randomUUID();
const conversationId = randomUUID();

beforeAll(async () => {
  database = await createTestDatabase();
  sql = openDatabase(database.url, { max: 1 });
  const columns = sql`id, case_number, channel, status, priority, locale, customer_id, last_seq, prev_seq, last_hash, created_at, activity_at`;
  await sql`insert into customers (id, email) values (${customerId}, 'wei@example.com')`;
  await sql`insert into conversations (${columns})
    select gen_random_uuid(), 'OK' || n, 'chat', 'open', 'normal', 'en', gen_random_uuid(), 1, 0, '', now(), now()
    from generate_series(1, ${CONVERSATIONS}) as n`;
  await sql`insert into conversations (${columns})
    values (${conversationId}, 'OK0', 'chat', 'open', 'normal', 'en', ${customerId}, 1, 0, '', now(), now())`;
  await sql`analyze`;
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

async function wholeReads(): Promise<number> {
  await sql`select pg_stat_force_next_flush()`;
  const [row] = await sql`select seq_scan from pg_stat_user_tables where relname = 'conversations'`;
  return Number(row?.seq_scan);
}

const claim = async () => {
  const id = randomUUID();
  await sql`insert into claim_codes (id, email, customer_id, code_hash, expires_at)
    values (${id}, 'wei@example.com', ${customerId}, '', now())`;
  return openHistory(sql, id, customerId, 'wei@example.com');
};

test.each([
  ['listing one’s conversations', () => myConversations(sql, customerId)],
  ['looking at one of them', () => myConversations(sql, customerId, conversationId)],
  ['passing the door', () => mayCustomerSee(sql, customerId, conversationId)],
  ['the customer’s panel at the desk', () => idsOfCustomer(sql, customerId, 20)],
  ['claiming a history', claim],
])('%s never reads all conversations', async (_what, work) => {
  const before = await wholeReads();
  for (let i = 0; i < TIMES; i += 1) expect(await work()).toBeTruthy();
  expect(await wholeReads()).toBe(before);
});
