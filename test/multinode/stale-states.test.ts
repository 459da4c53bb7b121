import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { type Person, staffMember, startedChat } from '../support/person.ts';

let database: TestDatabase;
let nodes: [Node, Node];
/** The same two agents, each on a node of their own. */
let lin: Person;
let chen: Person;

beforeAll(async () => {
  database = await createTestDatabase();
  nodes = await Promise.all([startNode(database.url), startNode(database.url)]);
  lin = await staffMember(database.sql, nodes[0].url, 'agent', 'Lin');
  chen = await staffMember(database.sql, nodes[1].url, 'agent', 'Chen');
});
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  await database.drop();
});

const statusOf = async (c: string) =>
  (await database.sql`select status, agent_id from conversations where id = ${c}`)[0];
const message = (text: string) => ({ id: randomUUID(), text });

test('a node that remembers a conversation as resolved takes a reply after it was reopened elsewhere', async () => {
  const { customer, c } = await startedChat(nodes[1].url);
  await lin.post(`/api/desk/conversations/${c}/resolution`);
  await customer.post(`/api/my/conversations/${c}/messages`, message('one more thing'));
  const answer = await lin.ask('POST', `/api/desk/conversations/${c}/messages`, message('yes?'));
  expect(answer.status).toBe(200);
});

test('what a node believes to be done already is done, when another node has undone it', async () => {
  const { customer, c } = await startedChat(nodes[1].url);
  await lin.post(`/api/desk/conversations/${c}/resolution`);
  await customer.post(`/api/my/conversations/${c}/messages`, message('not solved'));
  await lin.post(`/api/desk/conversations/${c}/resolution`);
  expect((await statusOf(c))?.status).toBe('resolved');
});

test('a conversation handed back on another node can be claimed', async () => {
  const { c } = await startedChat(nodes[0].url);
  await lin.post(`/api/desk/conversations/${c}/claim`);
  await chen.post(`/api/desk/conversations/${c}/hand-back`);
  await chen.post(`/api/desk/conversations/${c}/claim`);
  await chen.post(`/api/desk/conversations/${c}/hand-back`);
  const other = await staffMember(database.sql, nodes[0].url, 'agent', 'Zhao');
  expect((await other.ask('POST', `/api/desk/conversations/${c}/claim`)).status).toBe(200);
  expect((await statusOf(c))?.agent_id).toBe(other.id);
});

test('the retry of a reply is acknowledged although the conversation was resolved since', async () => {
  const { c } = await startedChat(nodes[0].url);
  const reply = message('answered, and the answer to me was lost');
  const { seq } = await lin.post<{ seq: number }>(`/api/desk/conversations/${c}/messages`, reply);
  await lin.post(`/api/desk/conversations/${c}/resolution`);
  expect(await lin.post(`/api/desk/conversations/${c}/messages`, reply)).toMatchObject({ seq });
  expect(
    await chen.ask('POST', `/api/desk/conversations/${c}/messages`, reply).then(({ status }) => status),
  ).toBe(409);
});
