import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../src/contract/problem.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Person, staffMember, startedChat } from '../support/person.ts';

let database: TestDatabase;
let node: Node;
let agent: Person & { id: string };

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  agent = await staffMember(database.sql, node.url, 'agent');
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const eventsOf = (c: string) =>
  database.sql`select id, type, actor_kind from events where conversation_id = ${c}`;

test('an id that was used for a note acknowledges no message', async () => {
  const { c } = await startedChat(node.url);
  const written = { id: randomUUID(), text: 'only for us' };
  await agent.post(`/api/desk/conversations/${c}/notes`, written);
  const answer = await agent.ask('POST', `/api/desk/conversations/${c}/messages`, written);
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ code: 'id-reused' });
});

test('of two people who send the same id at the same moment only the one who is stored is acknowledged', async () => {
  const { customer, c } = await startedChat(node.url);
  const [hers, his] = await Promise.all([customer.connect(), agent.connect()]);
  await Promise.all([hers.follow(c), his.follow(c)]);
  const ids = Array.from({ length: 20 }, () => randomUUID());
  for (const id of ids) {
    hers.send({ t: 'post', c, id, text: 'hers' });
    his.send({ t: 'post', c, id, text: 'his' });
  }
  for (const id of ids) {
    const [kind, loser] = await Promise.race([
      hers.next('refused', (frame) => frame.id === id).then((frame) => ['agent', frame] as const),
      his.next('refused', (frame) => frame.id === id).then((frame) => ['customer', frame] as const),
    ]);
    expect(loser.code).toBe('id-reused');
    expect(await eventsOf(c)).toContainEqual({ id, type: 'message.posted', actor_kind: kind });
  }
  hers.close();
  his.close();
});

test('a first message cannot hide behind the id of its conversation', async () => {
  const id = randomUUID();
  const answer = await new Person(node.url, 'my').ask('POST', '/api/my/conversations', {
    id,
    form: { name: 'Wei', email: 'wei@example.com', topic: null },
    locale: 'en',
    message: { id, text: 'never seen again' },
  });
  expect(answer.status).toBe(400);
  expect(((await answer.json()) as Problem).fields).toContainEqual(
    expect.objectContaining({ path: 'message.id' }),
  );
  expect(await eventsOf(id)).toEqual([]);
});

test('what no database can hold is refused by its name, before it holds up anybody’s messages', async () => {
  const { customer, c } = await startedChat(node.url);
  const start = await customer.ask('POST', '/api/my/conversations', {
    id: randomUUID(),
    form: { name: 'Wei', email: 'wei@example.com', topic: 'pay\u0000ments' },
    locale: 'en',
    message: { id: randomUUID(), text: 'hello' },
  });
  expect(start.status).toBe(400);
  expect(((await start.json()) as Problem).fields).toContainEqual(
    expect.objectContaining({ path: 'form.topic' }),
  );
  const tags = await agent.ask('PUT', `/api/desk/conversations/${c}/tags`, { tags: ['vip', 'half \ud800'] });
  expect(tags.status).toBe(400);
  expect(((await tags.json()) as Problem).fields).toContainEqual(expect.objectContaining({ path: 'tags.1' }));
});

test('a start that is refused leaves nothing behind', async () => {
  const { customer, c } = await startedChat(node.url);
  const stranger = new Person(node.url, 'my');
  const start = (id: string, attachments: { id: string }[] = []) => ({
    id,
    form: { name: 'Somebody else', email: 'else@example.com', topic: null },
    locale: 'en',
    message: { id: randomUUID(), text: 'hello', attachments },
  });
  const id = randomUUID();
  const answer = await customer.ask('POST', '/api/my/conversations', start(id, [{ id: randomUUID() }]));
  expect(answer.status).toBe(404);
  expect(await eventsOf(id)).toEqual([]);
  expect(await customer.get('/api/my')).toMatchObject({ name: 'Wei' });

  expect((await stranger.ask('POST', '/api/my/conversations', start(c))).status).toBe(409);
  expect(await stranger.get('/api/my')).toMatchObject({ name: '', email: null });
});

test('a card number in one’s own details is masked, however they are changed', async () => {
  const { customer } = await startedChat(node.url);
  const card = '4111 1111 1111 1111';
  await customer.ask('PATCH', '/api/my', { name: card, account: card, locale: 'en' });
  expect(await customer.get('/api/my')).toMatchObject({
    name: '[card ••••1111]',
    account: '[card ••••1111]',
  });
});

test('a file sent to a conversation that is not there can still be sent to the right one', async () => {
  const { c } = await startedChat(node.url);
  const id = randomUUID();
  await database.sql`insert into attachments (id, owner_party, owner_id, name, type, bytes, uploaded_at, stored_at)
    values (${id}, 'staff', ${agent.id}, 'receipt.pdf', 'application/pdf', 1, now(), now())`;
  const send = (to: string) =>
    agent.ask('POST', `/api/desk/conversations/${to}/messages`, {
      id: randomUUID(),
      text: '',
      attachments: [{ id }],
    });
  expect((await send(randomUUID())).status).toBe(404);
  expect((await send(c)).status).toBe(200);
});
