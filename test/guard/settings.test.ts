import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { type Person, staffMember } from '../support/person.ts';

let database: TestDatabase;
let node: Node;
let admin: Person;

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  admin = await staffMember(database.sql, node.url, 'admin');
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const CARD = '4111 1111 1111 1111';
const both = (text: string) => ({ 'zh-CN': text, en: text });
const reply = { shortcut: 'x', titles: both('x'), texts: both('Hello') };
const names = (name: string, description: string) => ({
  'zh-CN': { name, description },
  en: { name: 'x', description: 'x' },
});
const brand = {
  name: both('OKPay'),
  accent: '#0f766e',
  phones: [],
  emails: [],
  emailReplyHours: 4,
  officialDomain: null,
};
const words = (answer: string) => ({
  title: 'x',
  answer,
  body: 'x',
  similar: [],
  keywords: [],
  prepare: [],
  reviewedOn: '2026-11-01',
});
const article = (answer: string) => ({
  id: 'x-y',
  content: {
    topic: 'payments',
    position: 1,
    related: [],
    terms: [],
    contact: 'self-service',
    ownerId: null,
    versions: { 'zh-CN': null, en: words(answer) },
  },
});

it.each([
  ['POST', 'canned-replies', { ...reply, texts: both(`Pay to ${CARD}`), teamId: null }, 'texts.zh-CN'],
  ['POST', 'canned-replies', { ...reply, titles: both(CARD), teamId: null }, 'titles.zh-CN'],
  ['POST', 'teams', { name: `Team ${CARD}` }, 'name'],
  ['POST', 'teams', { name: 'Team', description: 'the password: Tr0ub4dor&3' }, 'description'],
  [
    'POST',
    'topics',
    { id: 'secret', icon: 'lock', urgent: false, position: 9, texts: names('x', CARD) },
    'texts.zh-CN.description',
  ],
  ['PUT', 'brand', { ...brand, name: { 'zh-CN': 'OKPay', en: CARD } }, 'name.en'],
  ['POST', 'articles', article(`Pay to ${CARD}`), 'content.versions.en.answer'],
] as const)('%s %s with a secret names the field, and nothing is kept', async (method, path, body, field) => {
  const where = path === 'articles' ? `/api/desk/${path}` : `/api/desk/admin/${path}`;
  const answer = await admin.ask(method, where, body);
  const text = await answer.text();
  expect([answer.status, text]).toEqual([400, expect.stringContaining(`"path":"${field}"`)]);
  expect(text).not.toContain('4111');
  const tables = ['canned_replies', 'teams', 'topics', 'settings', 'articles', 'article_drafts', 'audit'];
  for (const table of tables) {
    const [row] = await database.sql.unsafe(
      `select coalesce(string_agg(t::text, ' '), '') as all from ${table} t`,
    );
    expect(row?.all).not.toMatch(/4111 1111|Tr0ub4dor/);
  }
});

it('what explains a secret may stand in an article', async () => {
  await admin.post('/api/desk/admin/topics', {
    id: 'payments',
    icon: 'lock',
    urgent: false,
    position: 1,
    texts: names('x', 'x'),
  });
  const answer = await admin.ask(
    'POST',
    '/api/desk/articles',
    article('A weak password: Abcd1234. Never use it.'),
  );
  expect(answer.status).toBe(201);
});

it('a canned reply may not ask for a secret', async () => {
  const asking = { ...reply, texts: { 'zh-CN': '请把您的支付密码发给我', en: '' } };
  const answer = await admin.ask('POST', '/api/desk/canned-replies', asking);
  expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'asks-for-secret' }]);
});
