import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { type Person, type Started, staffMember, startedChat } from '../support/person.ts';

const CHATS = 20;
const ROUNDS = 50;

let database: TestDatabase;
let nodes: Node[];
let agents: Person[];
let chats: Started[];

beforeAll(async () => {
  database = await createTestDatabase();
  nodes = await Promise.all([startNode(database.url), startNode(database.url)]);
  agents = await Promise.all(nodes.map(({ url }) => staffMember(database.sql, url, 'agent')));
  chats = await Promise.all(
    Array.from({ length: CHATS }, () => startedChat((nodes[0] as Node).url, 'What are the fees?')),
  );
});
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  await database.drop();
});

const waits = async (c: string) =>
  database.sql<{ outcome: string | null; agentId: string | null }[]>`
    select outcome, agent_id as "agentId" from queue_waits where conversation_id = ${c} order by id`;

test('of two agents on two servers who claim a conversation at once, one gets it, a thousand times', async () => {
  let races = 0;
  await Promise.all(
    chats.map(async ({ c }) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const answers = await Promise.all(
          agents.map((agent) => agent.ask('POST', `/api/desk/conversations/${c}/claim`)),
        );
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
        const winner = agents[answers.findIndex(({ status }) => status === 200)] as Person;
        await winner.post(`/api/desk/conversations/${c}/hand-back`);
        races += 1;
      }
    }),
  );
  expect(races).toBe(1000);
  for (const { c } of chats) {
    const rows = await waits(c);
    expect(rows).toHaveLength(ROUNDS + 1);
    expect(rows.filter(({ outcome }) => outcome === null)).toHaveLength(1);
  }
}, 60_000);

test('two agents who take the next at once get two different ones, until nobody waits', async () => {
  const taken: (string | null)[] = [];
  for (let round = 0; round < CHATS / 2 + 1; round += 1) {
    const answers = await Promise.all(
      agents.map((agent) => agent.post<{ conversationId: string | null }>('/api/desk/queue/next')),
    );
    taken.push(...answers.map(({ conversationId }) => conversationId));
  }
  const real = taken.filter((id) => id !== null);
  expect(real).toHaveLength(CHATS);
  expect(new Set(real).size).toBe(CHATS);
});
