import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventsPage } from '../../src/contract/conversations.ts';
import type { Event } from '../../src/contract/events.ts';
import type { SearchPage } from '../../src/contract/search.ts';
import { apply } from '../../src/web/shared/conversation/apply.ts';
import { emptyConversation } from '../../src/web/shared/conversation/state.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { type Person, staffMember, startedChat } from '../support/person.ts';

let database: TestDatabase;
let node: Node;
let other: Node;
let agent: Person & { id: string };

beforeAll(async () => {
  database = await createTestDatabase();
  [node, other] = await Promise.all([startNode(database.url), startNode(database.url)]);
  agent = await staffMember(database.sql, node.url, 'agent', 'Lin Yue');
});
afterAll(async () => {
  await Promise.all([node.stop(), other.stop()]);
  await database.drop();
});

/** Words that the guard knows nothing of. */
const SECRET = 'xylophone-harbour-ninety';
const said = `My memorable phrase is ${SECRET}, thank you`;
const left = 'My memorable phrase is [removed], thank you';
const part = { start: said.indexOf(SECRET), end: said.indexOf(SECRET) + SECRET.length };

const redact = (c: string, seq: number, body: object, who: Person = agent) =>
  who.ask('POST', `/api/desk/conversations/${c}/events/${seq}/redactions`, body);
const events = async (who: Person, c: string) =>
  (await who.get<EventsPage>(`/api/${who.side}/conversations/${c}/events`)).events;
const textAt = (all: readonly Event[], seq: number) =>
  (all.find((event) => event.seq === seq)?.body as { text?: string } | undefined)?.text;
const find = async (q: string) =>
  (await agent.get<SearchPage>(`/api/desk/search?q=${encodeURIComponent(q)}`)).messages;

/** Everything the database holds of a conversation, as text. */
async function stored(c: string): Promise<string> {
  const [{ all }] = await database.sql<[{ all: string }]>`
    select concat_ws(' ', (select string_agg(to_jsonb(e)::text, ' ') from events e where conversation_id = ${c}),
      (select to_jsonb(v)::text from conversations v where id = ${c}),
      (select string_agg(to_jsonb(w)::text, ' ') from message_words w where conversation_id = ${c}),
      (select string_agg(to_jsonb(a)::text, ' ') from audit a where subject_id = ${c})) as all`;
  return all;
}

describe('a part of a message', () => {
  test('goes from the record, the search, the lists and every open screen, on every node', async () => {
    const { customer, c } = await startedChat(node.url, said);
    await expect.poll(() => find(SECRET)).toHaveLength(1);
    customer.url = other.url;
    const phone = await customer.connect();
    const desk = await agent.connect();
    const screens = await Promise.all([phone.follow(c), desk.follow(c)]);
    const answer = await redact(c, 2, { parts: [part] });
    expect(answer.status).toBe(200);
    const gone = (all: Event[]) => all.some(({ type }) => type === 'message.redacted');
    await Promise.all([phone.until(c, gone), desk.until(c, gone)]);
    for (const wire of [phone, desk]) {
      const state = wire.frames.reduce(apply, emptyConversation(c));
      expect(textAt(state.events, 2)).toBe(left);
    }
    expect(screens[0].events).toHaveLength(screens[1].events.length);
    for (const who of [customer, agent]) expect(textAt(await events(who, c), 2)).toBe(left);
    const [mine] = (await customer.get<{ rows: { preview: string }[] }>('/api/my/conversations')).rows;
    expect(mine?.preview).toBe('[removed]');
    await expect.poll(() => find(SECRET), { timeout: 5_000 }).toEqual([]);
    expect(await find('memorable')).toHaveLength(1);
    expect(await stored(c)).not.toContain('xylophone');
    phone.close();
    desk.close();
  });

  test('leaves who did it and when, in the log and the audit', async () => {
    const { customer, c } = await startedChat(node.url, said);
    await redact(c, 2, { parts: [part] });
    const last = (await events(customer, c)).at(-1);
    expect(last).toMatchObject({
      type: 'message.redacted',
      actor: { kind: 'agent', name: 'Lin Yue' },
      body: { seq: 2, parts: [part], mark: '[removed]' },
    });
    const lines = await database.sql`select action, detail from audit where subject_id = ${c}`;
    expect(lines).toEqual([{ action: 'message.redacted', detail: { redacted: 2, seq: 3 } }]);
    const transcript = await customer.ask('GET', `/api/my/conversations/${c}/transcript?format=text&lang=en`);
    const text = await transcript.text();
    expect(text).toContain(left);
    expect(text).toMatch(/Lin Yue .* removed secret parts of a message/);
  });

  test('can be followed by another, and a page that missed both ends as one that fetched', async () => {
    const { customer, c } = await startedChat(node.url, said);
    const before = await customer.get<EventsPage>(`/api/my/conversations/${c}/events`);
    await redact(c, 2, { parts: [part] });
    const second = { start: left.indexOf('thank'), end: left.length };
    expect((await redact(c, 2, { parts: [second], earlier: 0 })).status).toBe(409);
    expect((await redact(c, 2, { parts: [second], earlier: 1 })).status).toBe(200);
    const after = await customer.get<EventsPage>(`/api/my/conversations/${c}/events`);
    expect(textAt(after.events, 2)).toBe('My memorable phrase is [removed], [removed]');
    const tail = await customer.get<EventsPage>(`/api/my/conversations/${c}/events?after=${before.upTo}`);
    for (const pages of [
      [before, tail],
      [tail, before],
      [after, before, tail],
      [before, after],
    ]) {
      const state = pages.reduce(apply, emptyConversation(c));
      expect(state.events).toEqual(after.events);
    }
  });
});

test('of two who take something out at the same moment, neither brings back what the other took', async () => {
  const { customer, c } = await startedChat(node.url, said);
  const colleague = await staffMember(database.sql, other.url, 'senior');
  const first = { start: 0, end: 2 };
  const answers = await Promise.all([
    redact(c, 2, { parts: [first] }),
    redact(c, 2, { parts: [part] }, colleague),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await redact(c, 2, {})).status).toBe(200);
  expect(textAt(await events(customer, c), 2)).toBe('[removed]');
});

test('a note can be redacted, and the customer hears nothing of it', async () => {
  const { customer, c } = await startedChat(node.url);
  await agent.post(`/api/desk/conversations/${c}/notes`, {
    id: '0190a000-0000-7000-8000-000000000001',
    text: said,
  });
  expect((await redact(c, 3, {})).status).toBe(200);
  expect(textAt(await events(agent, c), 3)).toBe('[removed]');
  expect((await events(customer, c)).map(({ type }) => type)).toEqual([
    'conversation.started',
    'message.posted',
  ]);
});

test.each([
  [{ parts: [{ start: 0, end: 9_999 }] }, 400, 'parts.0.end'],
  [{ parts: [{ start: 4, end: 2 }] }, 400, 'parts.0.end'],
  [{ parts: [] }, 400, 'parts'],
  [{ parts: [{ start: -1, end: 2 }] }, 400, 'parts.0.start'],
])('%j is refused', async (body, status, path) => {
  const { c } = await startedChat(node.url, said);
  const answer = await redact(c, 2, body);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ fields: [{ path }] });
  expect(textAt(await events(agent, c), 2)).toBe(said);
});

test('only what somebody said can be redacted, and only by staff who answer', async () => {
  const { customer, c } = await startedChat(node.url, said);
  expect((await redact(c, 1, {})).status).toBe(404);
  expect((await redact(c, 9, {})).status).toBe(404);
  expect((await redact('00000000-0000-4000-8000-000000000000', 2, {})).status).toBe(404);
  expect((await redact(c, 2, {}, customer)).status).toBe(401);
  const editor = await staffMember(database.sql, node.url, 'editor');
  expect((await redact(c, 2, {}, editor)).status).toBe(403);
});
