import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MyConversation } from '../../src/contract/conversations.ts';
import type { Event } from '../../src/contract/events.ts';
import { installStarterContent } from '../../src/server/help/install-starter-content.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import {
  Person as Customer,
  type Person,
  type Started,
  staffMember,
  startedChat,
} from '../support/person.ts';

let database: TestDatabase;
let node: Node;
let agent: Person;

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  await installStarterContent(node.deps);
  agent = await staffMember(database.sql, node.url, 'agent');
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const QUESTION = 'How do I download a statement?';

const eventsOf = async ({ customer, c }: Started): Promise<Event[]> =>
  (await customer.get<{ events: Event[] }>(`/api/my/conversations/${c}/events`)).events;
const typesOf = async (started: Started) => (await eventsOf(started)).map(({ type }) => type);
const judge = ({ customer, c }: Started, verdict: string) =>
  customer.ask('POST', `/api/my/conversations/${c}/verdict`, { verdict });
const stateOf = ({ customer, c }: Started) => customer.get<MyConversation>(`/api/my/conversations/${c}`);

describe('an answer that comes by itself', () => {
  test('stands below the first message, by nobody, with its article', async () => {
    const started = await startedChat(node.url, QUESTION);
    const [, , answer] = await eventsOf(started);
    expect(answer).toMatchObject({
      type: 'answer.offered',
      actor: { kind: 'system' },
      body: { article: { id: 'download-statement', locale: 'en' } },
    });
    expect(answer?.type === 'answer.offered' && answer.body.sentence.length).toBeGreaterThan(10);
  });

  test('is no answer of ours: the customer still waits, and their question is what lists show', async () => {
    const started = await startedChat(node.url, QUESTION);
    expect(await stateOf(started)).toMatchObject({ status: 'open', preview: QUESTION, unread: 0 });
    const { rows } = await agent.get<{ rows: { id: string; waitingSince: string | null }[] }>(
      '/api/desk/conversations?view=unassigned',
    );
    expect(rows.find(({ id }) => id === started.c)?.waitingSince).not.toBeNull();
  });

  test('is never repeated: not for a start that is tried again, not for another message', async () => {
    const customer = new Customer(node.url, 'my');
    const start = {
      id: randomUUID(),
      form: { name: 'Wei', email: 'wei@example.com', topic: null },
      locale: 'en',
      message: { id: randomUUID(), text: QUESTION },
    };
    for (let i = 0; i < 3; i++) await customer.post('/api/my/conversations', start);
    await customer.post(`/api/my/conversations/${start.id}/messages`, { id: randomUUID(), text: QUESTION });
    expect(await typesOf({ customer, c: start.id, caseNumber: '' })).toEqual([
      'conversation.started',
      'message.posted',
      'answer.offered',
      'message.posted',
    ]);
  });

  test.each(['Someone stole my account and my money', 'zzzxqj'])(
    'does not come for an emergency, nor where nothing fits: %s',
    async (question) => {
      expect(await typesOf(await startedChat(node.url, question))).toEqual([
        'conversation.started',
        'message.posted',
      ]);
    },
  );

  test('a ranking that fails costs the customer nothing', async () => {
    await database.sql`alter table articles rename to articles_away`;
    await database.sql`update help_revision set revision = revision + 1`;
    const lost = await startNode(database.url, { LOG_LEVEL: 'silent' });
    const started = await startedChat(lost.url, QUESTION);
    await database.sql`alter table articles_away rename to articles`;
    expect(await typesOf(started)).toEqual(['conversation.started', 'message.posted']);
    await lost.stop();
  });
});

describe('what the customer says to it', () => {
  test('solved: the conversation ends by the customer, and writing opens it again', async () => {
    const started = await startedChat(node.url, QUESTION);
    expect((await judge(started, 'solved')).status).toBe(200);
    const [judged, resolved] = (await eventsOf(started)).slice(-2);
    expect(judged).toMatchObject({ type: 'answer.judged', body: { verdict: 'solved' } });
    expect(resolved).toMatchObject({ type: 'conversation.resolved', actor: { kind: 'customer' } });
    expect((await stateOf(started)).status).toBe('resolved');
    await started.customer.post(`/api/my/conversations/${started.c}/reopening`);
    expect((await stateOf(started)).status).toBe('open');
  });

  test.each(['not-it', 'person'])(
    '%s: the conversation stays in the queue, and the agent sees it',
    async (verdict) => {
      const started = await startedChat(node.url, QUESTION);
      await judge(started, verdict);
      expect((await stateOf(started)).status).toBe('open');
      const { events } = await agent.get<{ events: Event[] }>(`/api/desk/conversations/${started.c}/events`);
      expect(events.map(({ type }) => type).slice(-2)).toEqual(['answer.offered', 'answer.judged']);
      expect(events.at(-1)).toMatchObject({ body: { verdict } });
    },
  );

  test('the first word stands, however often it is said', async () => {
    const started = await startedChat(node.url, QUESTION);
    await Promise.all([judge(started, 'not-it'), judge(started, 'not-it')]);
    expect((await judge(started, 'solved')).status).toBe(200);
    expect((await typesOf(started)).filter((type) => type === 'answer.judged')).toHaveLength(1);
    expect((await stateOf(started)).status).toBe('open');
  });

  test('nobody judges what was not offered, what is not theirs, or with other words', async () => {
    const started = await startedChat(node.url, QUESTION);
    const [stranger, unanswered] = [
      await startedChat(node.url, 'zzzxqj'),
      await startedChat(node.url, 'zzzxqj'),
    ];
    expect((await judge(unanswered, 'solved')).status).toBe(404);
    expect((await judge({ ...started, customer: stranger.customer }, 'solved')).status).toBe(404);
    const refused = await judge(started, 'maybe');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ fields: [{ path: 'verdict' }] });
    expect(await typesOf(started)).not.toContain('answer.judged');
  });

  test('the transcript tells of both', async () => {
    const started = await startedChat(node.url, QUESTION);
    await judge(started, 'person');
    const { customer, c } = started;
    const text = await (
      await customer.ask('GET', `/api/my/conversations/${c}/transcript?format=text&lang=zh-CN`)
    ).text();
    expect(text).toContain('自动回答');
    expect(text).toContain('希望与客服沟通');
  });
});
