/**
 * The inbox and the search at a million conversations and ten million messages, through HTTP as a desk asks, one
 * question after another. Inbox: the first page of every view, and pages far down, reached as scrolling reaches them
 * and anywhere in the history. Search: one Chinese character, phrases, English words, beginnings of words, numbers that
 * only one message holds, several words together, and what nobody ever wrote; first pages and the pages after them.
 */
import { performance } from 'node:perf_hooks';
import type { Sql } from 'postgres';
import { type Agent, addAgents } from '../cast.ts';
import type { BenchDatabase } from '../database.ts';
import { startProduct } from '../product.ts';
import { quantile, round } from '../stats.ts';
import { generate } from './generate.ts';

const searches: Record<string, string[]> = {
  'one character': ['请', '款', '的', '卡', '锁', '龘', '鳌'],
  phrase: [
    '退款',
    '没有到账',
    '验证码',
    '账户被锁定',
    '永辉超市',
    '招商银行',
    '感谢您的耐心等待',
    '三个工作日',
  ],
  word: ['payment', 'refund', 'screenshot', 'subscription', 'Airbnb', 'withdrawal', 'e1042', 'hsbc'],
  beginning: ['subscr', 'pay', 'ref', 'tx1234', 'with', 'a'],
  'a number': ['tx7654321', 'TX1234567', 'tx104'],
  together: [
    'refund Airbnb',
    '退款 盒马',
    'payment Steam 59',
    '招商银行 手续费',
    'transfer HSBC two days',
    '锁定 L0099',
  ],
  nothing: ['区块链', 'zebra', 'tx99999999999', '火星 移民', 'qwertyuiop'],
};

interface Answered<Body> {
  ms: number;
  body: Body;
}

type Ask = <Body>(path: string) => Promise<Answered<Body>>;

const asker = (port: number, token: string): Ask =>
  async function ask<Body>(path: string): Promise<Answered<Body>> {
    const from = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { cookie: `okpay_staff=${token}` },
    });
    const text = await response.text();
    const ms = performance.now() - from;
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return { ms, body: JSON.parse(text) as Body };
  };

interface InboxAnswer {
  rows: unknown[];
  next: string | null;
}

const PAGES_DOWN = 15;

async function inbox(ask: Ask, sql: Sql): Promise<number[]> {
  const [team] = await sql<[{ id: string }]>`select id from teams limit 1`;
  const views = ['mine', 'unassigned', 'all', 'resolved', `team&team=${team.id}`];
  const times: number[] = [];
  for (const view of views) {
    let cursor: string | null = '';
    for (let page = 0; page < PAGES_DOWN && cursor !== null; page++) {
      const at: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { ms, body } = await ask<InboxAnswer>(`/api/desk/conversations?view=${view}${at}`);
      if (page === 0 && body.rows.length === 0) throw new Error(`the view ${view} is empty`);
      times.push(ms);
      cursor = body.next;
    }
  }
  const anywhere = await sql<{ id: string; at: Date }[]>`
    select id, resolved_at as at from conversations tablesample bernoulli (0.01) where status = 'resolved' limit 50`;
  for (const { id, at } of anywhere) {
    const cursor = Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');
    times.push((await ask<InboxAnswer>(`/api/desk/conversations?view=resolved&cursor=${cursor}`)).ms);
  }
  return times;
}

interface SearchAnswer {
  messages: unknown[];
  next: string | null;
}

/** Milliseconds of every question, by kind. */
async function search(ask: Ask): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>();
  for (const [kind, questions] of Object.entries(searches)) {
    const list: number[] = [];
    for (const question of questions) {
      const path = `/api/desk/search?q=${encodeURIComponent(question)}`;
      const first = await ask<SearchAnswer>(path);
      if (kind === 'nothing' && first.body.messages.length > 0) throw new Error(`${question} was found`);
      list.push(first.ms);
      if (first.body.next !== null)
        list.push((await ask<SearchAnswer>(`${path}&cursor=${first.body.next}`)).ms);
    }
    times.set(kind, list);
  }
  return times;
}

const p95 = (times: number[]): number => round(quantile(times, 0.95), 1);

/** Indexing ten million messages beside the measurement would spoil it. */
async function refuseHalfRead({ sql }: BenchDatabase): Promise<void> {
  const [row] = await sql<[{ whole: boolean }]>`
    select (select max(pos) from events) = (select max(pos) from message_words) as whole`;
  if (!row.whole)
    throw new Error('The kept database is of another version, and its search index is not whole: remove it.');
}

/** Agents of the large database, with a session each; makes the database when it is not there yet. */
async function people(database: BenchDatabase, conversations: number): Promise<Agent[]> {
  const { sql } = database;
  const [row] = await sql<[{ made: string | null }]>`select to_regclass('bench_texts')::text as made`;
  const isMade = row.made !== null;
  const agents = await addAgents(sql, isMade ? 1 : 50);
  if (!isMade) await generate(sql, conversations, agents, (line) => console.error(`large: ${line}`));
  else
    await sql`update conversations set agent_id = ${agents[0]?.id ?? null} where id in (
    select id from conversations where status = 'open' and agent_id is not null limit 300)`;
  return agents;
}

export async function measureLarge(
  database: BenchDatabase,
  conversations: number,
): Promise<Record<string, unknown>> {
  const [agent] = await people(database, conversations);
  const server = await startProduct(database);
  await refuseHalfRead(database);
  const ask = asker(server.port, agent?.token ?? '');
  await ask('/api/desk/conversations?view=all');
  const [inboxTimes, searchTimes] = [await inbox(ask, database.sql), await search(ask)];
  const [size] = await database.sql`
    select (select count(*)::int from conversations) as conversations, (select count(*)::int from message_words) as messages,
      pg_database_size(current_database())::float8 as bytes`;
  await server.stop();
  return {
    inbox_p95_ms: p95(inboxTimes),
    inbox_max_ms: round(Math.max(...inboxTimes), 1),
    search_p95_ms: p95([...searchTimes.values()].flat()),
    search_p95_ms_by_kind: Object.fromEntries([...searchTimes].map(([kind, times]) => [kind, p95(times)])),
    large_conversations: size?.conversations,
    large_messages: size?.messages,
    large_database_gb: round(size?.bytes / 1e9, 1),
  };
}
