import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Article, ArticleList } from '../../src/contract/help.ts';
import { installStarterContent } from '../../src/server/help/install-starter-content.ts';
import { openLibrary } from '../../src/server/help/library.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Visitor, wordsOf } from './visitor.ts';

let database: TestDatabase;
let node: Node;
let visitor: Visitor;

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  await installStarterContent(node.deps);
  visitor = new Visitor(node.url);
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const found = async (query: Record<string, string>): Promise<ArticleList['rows']> => {
  const answer = await visitor.ask('GET', `/api/help/articles?${new URLSearchParams(query)}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as ArticleList).rows;
};

test('starter content is installed once, however many servers start together', async () => {
  const other = await createTestDatabase();
  const clock = { now: () => new Date() };
  const places = { sql: other.sql, clock };
  const installed = await Promise.all([1, 2, 3].map(() => installStarterContent(places)));
  expect(installed.filter((n) => n > 0)).toHaveLength(1);
  expect(Math.max(...installed)).toBeGreaterThanOrEqual(40);
  await other.sql`delete from articles where id = 'charged-twice'`;
  expect(await installStarterContent(places)).toBe(0);
  expect(await other.sql`select 1 from articles where id = 'charged-twice'`).toHaveLength(0);
  await other.drop();
});

test('every article is written in both languages, belongs to a topic and renders', async () => {
  const { articles } = await openLibrary(node.deps);
  for (const { id, topic, versions } of articles) {
    expect(versions.map((version) => version.locale).sort(), id).toEqual(['en', 'zh-CN']);
    const page = await visitor.read(`/help/${topic}/${id}`);
    expect(page, id).toContain('class="answer"');
  }
});

test.each([
  [{ q: '钱扣了但是订单没成功', lang: 'zh-CN' }, 'payment-failed-money-taken'],
  [{ q: 'I was charged two times', lang: 'en' }, 'charged-twice'],
  [{ q: '重复扣款', lang: 'zh-CN' }, 'charged-twice'],
  [{ q: '账户锁', lang: 'zh-CN' }, 'account-locked'],
  [{ q: '账户锁', lang: 'en' }, 'account-locked'],
  [{ q: 'ＬＯＣＫＥＤ accounts', lang: 'en' }, 'account-locked'],
])('%o finds %s first', async (query, id) => {
  expect((await found(query))[0]?.id).toBe(id);
});

test('one Chinese character is enough to find something', async () => {
  expect((await found({ q: '卡', lang: 'zh-CN' })).length).toBeGreaterThan(3);
});

test('a question that no article answers finds none, and leads to a person', async () => {
  expect(await found({ q: 'zzzxqj' })).toEqual([]);
  const page = await visitor.read('/help?q=zzzxqj');
  expect(page).toContain('href="/chat?q=zzzxqj"');
});

test('lists keep to their topic, their limit and their language', async () => {
  const rows = await found({ topic: 'cards', lang: 'en' });
  expect(rows.length).toBeGreaterThan(2);
  expect(new Set(rows.map((row) => row.topic))).toEqual(new Set(['cards']));
  expect(new Set(rows.map((row) => row.locale))).toEqual(new Set(['en']));
  expect(await found({ limit: '3' })).toHaveLength(3);
});

test.each(['limit=0', 'limit=x', 'topic=%2e%2e', 'lang=fr', `q=${'x'.repeat(2_001)}`])(
  'the API refuses %s and names the field',
  async (query) => {
    const answer = await visitor.ask('GET', `/api/help/articles?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: query.split('=')[0] }],
    });
  },
);

test('an article comes whole: answer, steps, what to prepare, what is related', async () => {
  const answer = await visitor.ask('GET', '/api/help/articles/charged-twice?lang=en');
  const article = (await answer.json()) as Article;
  expect(article).toMatchObject({ id: 'charged-twice', topic: 'payments', locale: 'en', contact: 'person' });
  expect(article.html).toContain('<ol>');
  expect(article.related.length).toBeGreaterThan(0);
  expect((await visitor.ask('GET', '/api/help/articles/no-such')).status).toBe(404);
});

test('the page shows the answer before the steps, and when it was reviewed', async () => {
  const page = await visitor.read('/help/payments/charged-twice?q=double');
  expect(page.indexOf('class="answer"')).toBeLessThan(page.indexOf('class="prose"'));
  expect(wordsOf(page)).toContain('最近更新：2026年11月20日');
});

test('the words of a question are marked in what it found', async () => {
  expect(await visitor.read('/help?q=%E6%89%A3%E4%BA%86')).toContain('<mark>扣了</mark>');
});

test('an article that moved to another topic is found at its old address', async () => {
  const answer = await visitor.ask('GET', '/help/cards/charged-twice?q=a%26b');
  expect(answer.status).toBe(301);
  expect(answer.headers.get('location')).toBe('/help/payments/charged-twice?q=a%26b');
});

test('a change by another node shows within a second', async () => {
  let now = new Date('2026-11-22T08:00:00Z');
  const deps = { sql: node.deps.sql, clock: { now: () => now } };
  const before = await openLibrary(deps);
  await database.sql`update article_versions set title = 'Changed' where article_id = 'account-locked' and locale = 'en'`;
  now = new Date('2026-11-22T08:00:00.2Z');
  expect((await openLibrary(deps)).revision).toBe(before.revision);
  now = new Date('2026-11-22T08:00:00.4Z');
  const after = await openLibrary(deps);
  expect(after.byId.get('account-locked')?.versions.map((version) => version.title)).toContain('Changed');
});
