import { afterAll, beforeAll, expect, test } from 'vitest';
import { installStarterContent } from '../../src/server/help/install-starter-content.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Visitor, wordsOf } from './visitor.ts';

let database: TestDatabase;
let node: Node;
let visitor: Visitor;
const article = '/help/payments/charged-twice';

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

const votes = async () => {
  const rows = await database.sql<{ solved: number; unsolved: number }[]>`
    select sum(solved)::int as solved, sum(unsolved)::int as unsolved from article_votes`;
  return [rows[0]?.solved ?? 0, rows[0]?.unsolved ?? 0];
};

/** The settings the chat panel of a page starts from. */
const chatStart = async (path: string) => {
  const page = await visitor.read(path);
  const [, json = '{}'] = /id="chat-settings">([\s\S]*?)<\/script>/.exec(page) ?? [];
  return (JSON.parse(json) as { start: Record<string, unknown> }).start;
};

test('yes is counted and thanked', async () => {
  const answer = await visitor.send(`${article}/solved`, { solved: 'yes' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(`${article}?solved=yes#solved`);
  expect(wordsOf(await visitor.read(`${article}?solved=yes`))).toContain('谢谢，已记录');
  expect(await votes()).toEqual([1, 0]);
});

const reasons = () =>
  database.sql<{ articleId: string; locale: string; why: string; question: string | null }[]>`
    select article_id as "articleId", locale, why, question from article_reasons order by id`;

test('no asks why', async () => {
  const answer = await visitor.send(`${article}/solved`, { solved: 'no', q: '扣了两次' });
  const back = (answer.headers.get('location') ?? '').replace('#solved', '');
  const page = await visitor.read(back);
  expect(page).toContain(`action="${article}/why-not"`);
  for (const why of ['outdated', 'unclear', 'case', 'failed', 'person'])
    expect(page).toContain(`name="why" value="${why}"`);
  expect(page).toContain('<input type="hidden" name="q" value="扣了两次">');
  expect(await votes()).toEqual([1, 1]);
});

test('the reason is kept with the question, and reaches the chat with it', async () => {
  const answer = await visitor.send(`${article}/why-not`, { why: 'case', q: '扣了两次' });
  expect(answer.status).toBe(303);
  const start = await chatStart(answer.headers.get('location') ?? '');
  expect(start).toMatchObject({ topic: 'payments', urgent: false });
  expect(start.question).toMatch(/问题没有解决。\n我的问题：扣了两次\n原因：我的情况不同/);
  expect(await reasons()).toEqual([
    { articleId: 'charged-twice', locale: 'zh-CN', why: 'case', question: '扣了两次' },
  ]);
});

test('nothing secret is kept with a reason', async () => {
  await visitor.send(`${article}/why-not`, { why: 'failed', q: '4111 1111 1111 1111 扣了两次' });
  const question = (await reasons()).at(-1)?.question;
  expect(question).toContain('1111]');
  expect(question).not.toContain('4111');
});

test.each([[{}], [{ why: 'x' }], [{ why: 'case', q: 'x'.repeat(201) }]])(
  'the reason %o is refused',
  async (form) => {
    const before = (await reasons()).length;
    expect((await visitor.send(`${article}/why-not`, form)).status).toBe(400);
    expect(await reasons()).toHaveLength(before);
  },
);

test('who says why too often still comes to a person, and fills no table', async () => {
  expect((await visitor.send('/help/payments/no-such/why-not', { why: 'case' })).status).toBe(404);
  for (let i = 0; i < 20; i++)
    expect((await visitor.send(`${article}/why-not`, { why: 'person' })).status).toBe(303);
  expect((await reasons()).length).toBeLessThan(20);
});

test('the urgent lane starts a chat with topic and words', async () => {
  expect(await chatStart('/chat?urgent=stolen')).toMatchObject({ topic: 'account-security', urgent: true });
  expect(await chatStart('/chat?urgent=other')).toMatchObject({ topic: null, urgent: false, question: '' });
});

test('a topic that does not exist is not passed on', async () => {
  expect(await chatStart('/chat?topic=nope&q=hello')).toMatchObject({ topic: null, question: 'hello' });
});

test.each([[{}], [{ solved: 'maybe' }], [{ solved: 'yes', q: 'x'.repeat(201) }]])(
  'refuses %o',
  async (form) => {
    const before = await votes();
    expect((await visitor.send(`${article}/solved`, form)).status).toBe(400);
    expect(await votes()).toEqual(before);
  },
);

test('a vote on what does not exist, or from a foreign page, counts nothing', async () => {
  const before = await votes();
  expect((await visitor.send('/help/payments/no-such/solved', { solved: 'yes' })).status).toBe(404);
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' };
  expect((await visitor.ask('POST', `${article}/solved`, headers, 'solved=yes')).status).toBe(403);
  expect(await votes()).toEqual(before);
});
