import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventType } from '../../src/contract/events.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { type Person, type Started, staffMember, startedChat } from '../support/person.ts';

let database: TestDatabase;
let nodes: Node[];
let agents: Person[];
let chats: Started[];

beforeAll(async () => {
  database = await createTestDatabase();
  nodes = await Promise.all([startNode(database.url), startNode(database.url)]);
  const urls = nodes.map(({ url }) => url);
  agents = await Promise.all([...urls, ...urls].map((url) => staffMember(database.sql, url, 'senior')));
  chats = await Promise.all(urls.map((url) => startedChat(url)));
});
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  await database.drop();
});

const pick = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)] as T;
const message = () => ({ id: randomUUID(), text: 'hello' });

/** What an agent or a customer may do to a conversation. */
const acts: ((path: string, agent: Person, chat: Started) => Promise<Response>)[] = [
  (path, agent) => agent.ask('POST', `/api/desk${path}/claim`),
  (path, agent) => agent.ask('POST', `/api/desk${path}/hand-back`),
  (path, agent) => agent.ask('POST', `/api/desk${path}/resolution`),
  (path, agent) => agent.ask('POST', `/api/desk${path}/reopening`),
  (path, agent) => agent.ask('PUT', `/api/desk${path}/tags`, { tags: [pick(['a', 'b', 'c'])] }),
  (path, agent) => agent.ask('POST', `/api/desk${path}/notes`, message()),
  (path, agent) => agent.ask('POST', `/api/desk${path}/messages`, message()),
  (path, _agent, { customer }) => {
    customer.url = pick(nodes).url;
    return customer.ask('POST', `/api/my${path}/messages`, message());
  },
];

const needs: Partial<Record<EventType, string>> = {
  'message.posted': 'open',
  'conversation.assigned': 'open',
  'conversation.resolved': 'open',
  'conversation.reopened': 'resolved',
};

async function work(times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    const chat = pick(chats);
    const { status } = await pick(acts)(`/conversations/${chat.c}`, pick(agents), chat);
    expect([200, 409, 429]).toContain(status);
  }
}

test('whatever two nodes decide at the same moment, the log keeps to the rules and the head is its sum', async () => {
  await Promise.all(Array.from({ length: 12 }, () => work(50)));
  for (const { c } of chats) {
    const rows = await database.sql`
      select seq, type, body from events where conversation_id = ${c} order by seq`;
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, index) => index + 1));
    const sum = { status: 'open', agent_id: null as string | null, last_seq: rows.length };
    for (const { type, body } of rows) {
      // Nothing is said in a resolved conversation, given on, or resolved once more; only a resolved one is reopened.
      if (needs[type as EventType] !== undefined) expect(sum.status, type).toBe(needs[type as EventType]);
      if (type === 'conversation.resolved') sum.status = 'resolved';
      if (type === 'conversation.reopened') sum.status = 'open';
      if (type === 'conversation.assigned') sum.agent_id = JSON.parse(body).agent?.id ?? null;
    }
    expect(await database.sql`select status, agent_id, last_seq from conversations where id = ${c}`).toEqual([
      sum,
    ]);
  }
}, 60_000);
