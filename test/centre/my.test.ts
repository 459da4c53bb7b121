import { afterAll, beforeAll, expect, test } from 'vitest';
import { installStarterContent } from '../../src/server/help/install-starter-content.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { startedChat } from '../support/person.ts';
import { Visitor, wordsOf } from './visitor.ts';

let database: TestDatabase;
let node: Node;
let started: Awaited<ReturnType<typeof startedChat>>;
let email: string;

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  await installStarterContent(node.deps);
  started = await startedChat(node.url);
  email = (await started.customer.get<{ email: string }>('/api/my')).email;
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const lastCode = (): string => /\d{6}/.exec(node.letters.at(-1)?.text ?? '')?.[0] ?? '';

test('a customer sees their conversations, a stranger does not', async () => {
  const mine = await (await started.customer.ask('GET', '/my', undefined, { accept: 'text/html' })).text();
  expect(mine).toContain(`href="/chat?c=${started.c}"`);
  expect(mine).toContain(`/api/my/conversations/${started.c}/transcript?format=text`);
  expect(await (await started.customer.ask('GET', '/')).text()).toContain(started.caseNumber);
  const stranger = new Visitor(node.url);
  expect(await stranger.read('/my')).not.toContain(started.c);
  expect(await stranger.read('/')).not.toContain(started.caseNumber);
});

test('another device brings the conversations with a code sent by e-mail, without any script', async () => {
  const device = new Visitor(node.url, 'en');
  const asked = await device.send('/my/claim', { email });
  expect(asked.status).toBe(200);
  expect(await asked.text()).toContain('name="code"');
  const confirmed = await device.send('/my/claim/code', { email, code: lastCode() });
  expect(confirmed.status).toBe(303);
  expect(confirmed.headers.get('location')).toBe('/my?claimed=1');
  const page = await device.read('/my?claimed=1');
  expect(page).toContain(started.caseNumber);
  expect(wordsOf(page)).toContain('1 conversation is now here');
});

test('a wrong code brings nothing and keeps the form', async () => {
  const device = new Visitor(node.url, 'en');
  await device.send('/my/claim', { email });
  const code = lastCode() === '000000' ? '111111' : '000000';
  const answer = await device.send('/my/claim/code', { email, code });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain('role="alert"');
  expect(page).toContain('name="code"');
  expect(await device.read('/my')).not.toContain(started.caseNumber);
});

test.each(['', 'nobody', 'a@b', '"><script>alert(1)</script>', `${'a'.repeat(300)}@x.example`])(
  'the address %j is refused beside its field',
  async (address) => {
    const sent = node.letters.length;
    const answer = await new Visitor(node.url, 'en').send('/my/claim', { email: address });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('aria-invalid="true"');
    expect(page).not.toContain('<script>alert');
    expect(node.letters).toHaveLength(sent);
  },
);
