import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MyPhrase } from '../../src/contract/phrases.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Person } from '../support/person.ts';

let database: TestDatabase;
let node: Node;

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url, { PUBLIC_URL: 'https://help.example', TRUST_PROXY: 'loopback' });
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

let people = 0;
const lastTo = (email: string) => node.letters.findLast(({ to }) => to === email)?.text ?? '';
const codeIn = (letter: string) => /\d{6}/.exec(letter)?.[0] ?? '';
const mine = (who: Person) => who.get<MyPhrase>('/api/my/phrase');
const set = (who: Person, phrase: string, code: string) => who.ask('PUT', '/api/my/phrase', { phrase, code });

async function verified(email: string, who = new Person(node.url, 'my')): Promise<Person> {
  const headers = { 'x-forwarded-for': `10.9.8.${++people}` };
  await who.ask('POST', '/api/my/claims', { email }, headers);
  await who.post('/api/my/claims/verify', { email, code: codeIn(lastTo(email)) });
  return who;
}

async function freshCode(who: Person, email: string): Promise<string> {
  await who.post('/api/my/phrase/codes');
  return codeIn(lastTo(email));
}

test('a phrase is set with a fresh code, and from then on stands in every letter, with the way to check it', async () => {
  const email = 'li@example.com';
  const li = await verified(email);
  expect(await mine(li)).toEqual({ email, phrase: null, setAt: null });
  expect(lastTo(email)).toContain('You have not set a phrase yet');
  const answer = await set(li, 'blue kite over the harbour', await freshCode(li, email));
  expect([answer.status, await answer.json()]).toMatchObject([200, { phrase: 'blue kite over the harbour' }]);
  expect(await mine(li)).toMatchObject({ email, phrase: 'blue kite over the harbour' });

  const other = await verified('LI@example.com');
  const letter = lastTo('LI@example.com');
  expect(letter).toContain('Your phrase: blue kite over the harbour');
  expect(letter).toContain('https://help.example/check');
  expect(letter).toContain('never ask for a password');
  expect(await mine(other)).toMatchObject({ phrase: 'blue kite over the harbour' });
});

test('neither a code for something else, nor an old, a spent or a foreign one changes it', async () => {
  const email = 'wang@example.com';
  const wang = await verified(email);
  const used = codeIn(lastTo(email));
  expect((await set(wang, 'green tea at noon', used)).status).toBe(400);
  await wang.ask('POST', '/api/my/claims', { email });
  const forHistory = codeIn(lastTo(email));
  expect((await set(wang, 'green tea at noon', forHistory)).status).toBe(400);

  const first = await freshCode(wang, email);
  const second = await freshCode(wang, email);
  if (first !== second) expect((await set(wang, 'green tea at noon', first)).status).toBe(400);
  const twin = await verified(email);
  expect((await set(twin, 'not wang', second)).status).toBe(400);
  expect((await wang.ask('POST', '/api/my/claims/verify', { email, code: second })).status).toBe(400);
  expect((await set(wang, 'green tea at noon', second)).status).toBe(200);
  expect((await set(wang, 'again', second)).status).toBe(400);
  expect(await mine(wang)).toMatchObject({ phrase: 'green tea at noon' });
});

test('five wrong codes void the right one', async () => {
  const email = 'zhao@example.com';
  const zhao = await verified(email);
  const code = await freshCode(zhao, email);
  const wrong = code === '111111' ? '222222' : '111111';
  for (let i = 0; i < 5; i++) expect((await set(zhao, 'green tea', wrong)).status).toBe(400);
  expect((await set(zhao, 'green tea', code)).status).toBe(400);
  expect(await mine(zhao)).toMatchObject({ phrase: null });
});

test('who has not verified the address neither sees nor sets it', async () => {
  await verified('sun@example.com');
  const thief = new Person(node.url, 'my');
  await thief.ask('POST', '/api/my');
  await thief.ask('PATCH', '/api/my', { email: 'sun@example.com' });
  expect(await mine(thief)).toEqual({ email: null, phrase: null, setAt: null });
  const before = node.letters.length;
  expect((await thief.ask('POST', '/api/my/phrase/codes')).status).toBe(409);
  expect((await set(thief, 'green tea', '123456')).status).toBe(409);
  expect(node.letters.length).toBe(before);
  expect((await new Person(node.url, 'my').ask('GET', '/api/my/phrase')).status).toBe(401);
});

test.each([
  ['my card 4111 1111 1111 1111', 'phrase-secret'],
  ['password: Tr0ub4dor&3', 'phrase-secret'],
  ['abc', 'invalid-input'],
  ['x'.repeat(41), 'invalid-input'],
])('%j is no phrase', async (phrase, code) => {
  const email = `p${++people}@example.com`;
  const who = await verified(email);
  const answer = await set(who, phrase, await freshCode(who, email));
  expect([answer.status, await answer.json()]).toMatchObject([400, { code, fields: [{ path: 'phrase' }] }]);
  expect(await mine(who)).toMatchObject({ phrase: null });
});
