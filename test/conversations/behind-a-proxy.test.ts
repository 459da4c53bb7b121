import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../src/contract/limits.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Person, staffMember, startedChat, Wire } from '../support/person.ts';

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

const socketUrl = () => `${node.url.replace('http', 'ws')}/api/socket`;

test('the centre’s own pages may write and connect although the proxy calls this server by another name', async () => {
  const customer = new Person(node.url, 'my');
  const written = await customer.ask('POST', '/api/my', {}, { origin: 'https://help.example' });
  expect(written.status).toBe(204);
  const wire = new Wire(socketUrl(), { origin: 'https://help.example' });
  await wire.opened;
  wire.close();
});

test('what is done over a socket is recorded with the address of the person, not of the proxy', async () => {
  const agent = await staffMember(database.sql, node.url, 'agent');
  const { c } = await startedChat(node.url);
  const asked = await agent.ask('POST', '/api/desk/socket-tickets', {}, { 'x-forwarded-for': '203.0.113.7' });
  const { ticket } = (await asked.json()) as { ticket: string };
  const wire = new Wire(socketUrl());
  await wire.opened;
  wire.send({ t: 'hello', v: PROTOCOL_VERSION, ticket });
  await wire.next('welcome');
  const id = randomUUID();
  wire.send({ t: 'post', c, id, text: 'from afar' });
  await wire.next('ack', (ack) => ack.id === id);
  expect(await database.sql`select ip from audit where action = 'message.posted'`).toMatchObject([
    { ip: '203.0.113.7' },
  ]);
  wire.close();
});
