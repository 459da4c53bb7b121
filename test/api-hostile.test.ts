import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './support/database.ts';
import { type Node, startNode } from './support/node.ts';
import { type Person, staffMember, startedChat } from './support/person.ts';

let database: TestDatabase;
let node: Node;
let admin: Person & { id: string };
let customer: Person;
let conversation: string;

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  admin = await staffMember(database.sql, node.url, 'admin');
  ({ customer, c: conversation } = await startedChat(node.url));
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

interface Operation {
  method: string;
  path: string;
}

function operations(): Operation[] {
  const { paths = {} } = node.app.swagger() as { paths?: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
}

const hostileIds = [
  'x',
  '%00',
  '%F0%9F%98%80',
  "'%3B--",
  '00000000-0000-0000-0000-000000000000',
  'a'.repeat(250),
  '..%2F..',
  '-1',
];

const long = 'x'.repeat(200_000);
const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
const hostileBodies = [
  '',
  '{',
  'null',
  '[]',
  '7',
  '"text"',
  '{}',
  deep,
  JSON.stringify({ id: 7, text: null, form: [], message: 'x', tags: [7], agentId: {}, locale: 'xx' }),
  JSON.stringify({
    text: 'a\u0000b\ud800',
    name: '\u0000',
    email: '\u0000@example.com',
    q: '\ud800',
    tags: ['\u0000'],
  }),
  JSON.stringify({ text: long, name: long, email: long, password: long, title: long, url: long }),
  JSON.stringify({ __proto__: { admin: true }, constructor: { prototype: {} }, toString: 1 }),
  JSON.stringify({
    email: 'a@b.example\r\nBcc: x@y.example',
    name: '\u202egnp.exe',
    presence: 'root',
    capacity: 1e99,
  }),
];

/** Signing out in the middle would leave the rest unauthenticated. */
const spared = (operation: Operation) =>
  operation.method === 'DELETE' && operation.path === '/api/desk/session';

test('the API describes itself, and there is something to try', () => {
  expect(operations().length).toBeGreaterThan(50);
});

test('no path, query or body makes any route fail', async () => {
  const failures: string[] = [];
  const tryIt = async (person: Person, { method, path }: Operation, body?: string) => {
    const answer = await person.ask(method, path, body, { 'content-type': 'application/json' });
    const text = await answer.text();
    if (answer.status >= 500)
      failures.push(`${method} ${path} ${body?.slice(0, 80)} -> ${answer.status} ${text.slice(0, 120)}`);
    if (answer.status === 400 && path.startsWith('/api/')) {
      const problem = JSON.parse(text) as { code?: string; fields?: unknown[] };
      if (problem.code === 'invalid-input' && !problem.fields?.length)
        failures.push(`${method} ${path} names no field`);
    }
  };
  for (const operation of operations().filter((o) => !spared(o))) {
    const person = operation.path.startsWith('/api/my') ? customer : admin;
    const fill = (id: string) => ({ ...operation, path: operation.path.replace(/\{[^}]+\}/g, id) });
    for (const id of operation.path.includes('{') ? hostileIds : ['']) {
      await tryIt(person, fill(id), operation.method === 'GET' ? undefined : '{}');
    }
    const here = fill(conversation);
    if (operation.method === 'GET') {
      const query =
        '?after=-1&limit=1e9&cursor=%00&view=x&q=%F0%9F%98%80%00&team=x&format=exe&lang=xx&from=never';
      await tryIt(person, { ...here, path: here.path + query });
      await tryIt(person, { ...here, path: `${here.path}?q[]=a&q[]=b&limit=&after=NaN` });
    } else for (const body of hostileBodies) await tryIt(person, here, body);
  }
  expect(failures).toEqual([]);
  // None of it signed the two out: they were let in to every route they tried.
  expect((await admin.ask('GET', '/api/desk/me')).status).toBe(200);
  expect((await customer.ask('GET', '/api/my')).status).toBe(200);
}, 120_000);

test('a stranger gets nothing from any route of the desk but its doors', async () => {
  const open = /^\/api\/(setup|desk\/session|desk\/password-resets)/;
  for (const { method, path } of operations().filter(
    (o) => o.path.startsWith('/api/desk') && !open.test(o.path),
  )) {
    const url = node.url + path.replace(/\{[^}]+\}/g, conversation);
    const answer = await fetch(url, {
      method,
      ...(method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } }),
    });
    expect(answer.status, `${method} ${path}`).toBe(401);
  }
});

test('errors speak the caller’s language', async () => {
  const say = async (language: string) => {
    const answer = await fetch(`${node.url}/api/desk/me`, { headers: { 'accept-language': language } });
    return {
      ...((await answer.json()) as { title: string; code: string }),
      type: answer.headers.get('content-type'),
    };
  };
  expect(await say('en')).toMatchObject({
    code: 'not-signed-in',
    title: 'Please sign in first.',
    type: 'application/problem+json; charset=utf-8',
  });
  expect(await say('zh-CN,zh;q=0.9')).toMatchObject({ code: 'not-signed-in', title: '请先登录。' });
});

test('a foreign site cannot change anything', async () => {
  const answer = await admin.ask(
    'POST',
    `/api/desk/conversations/${conversation}/claim`,
    {},
    { origin: 'https://evil.example' },
  );
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ code: 'origin-refused' });
});
