import { afterAll, beforeAll, expect, test } from 'vitest';
import { Visitor, wordsOf } from '../centre/visitor.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';

let database: TestDatabase;
let node: Node;
let visitor: Visitor;

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url, { PUBLIC_URL: 'https://help.pay.example' });
  visitor = new Visitor(node.url);
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const leave = (to: string) => visitor.ask('GET', `/leave?to=${encodeURIComponent(to)}`);

test('a link that is not ours is told by its true host, and goes on only when somebody wants to', async () => {
  const answer = await leave('https://help.pay.example@evil.example/x?y=1');
  expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
  const page = await answer.text();
  expect(page).toContain('data-verdict="not_official"');
  expect(page).toContain('<bdi class="leave-host">evil.example</bdi>');
  expect(page).toContain('href="https://evil.example/x?y=1" rel="noopener noreferrer nofollow"');
  expect(page).toContain('<meta name="robots" content="noindex">');
  expect(wordsOf(page)).toContain('仍然打开');
});

test('a link of ours is called official', async () => {
  const page = await (await leave('https://help.pay.example/chat')).text();
  expect(page).toContain('data-verdict="official"');
  expect(wordsOf(page)).not.toContain('仍然打开');
});

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'JAVASCRIPT://x%0aalert(1)',
  'blob:https://help.pay.example/1',
  '"><script>alert(1)</script>',
  'x'.repeat(9_000),
])('%s opens nothing', async (to) => {
  const answer = await leave(to);
  expect(answer.status).toBe(200);
  const page = await answer.text();
  expect(page).not.toMatch(/href="(javascript|data|blob)/i);
  expect(page).not.toContain('<script>alert');
  expect(wordsOf(page)).not.toContain('仍然打开');
});

test('without a link there is no such page', async () => {
  expect((await visitor.ask('GET', '/leave')).status).toBe(404);
  expect((await leave(' ')).status).toBe(404);
});
