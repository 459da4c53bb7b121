import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventsPage } from '../../src/contract/conversations.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Person, staffMember, startedChat } from '../support/person.ts';

let database: TestDatabase;
let node: Node;
let agent: Person & { id: string };

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  agent = await staffMember(database.sql, node.url, 'agent', 'Lin');
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const log = (person: Person, c: string) =>
  person.get<EventsPage>(`/api/${person.side}/conversations/${c}/events`);

test('a customer and an agent talk over sockets, and both see the same', async () => {
  const { customer, c } = await startedChat(node.url, 'A question about fees');
  const [hers, his] = await Promise.all([customer.connect(), agent.connect()]);
  await hers.follow(c);
  await his.follow(c);
  await agent.post(`/api/desk/conversations/${c}/claim`);
  const id = randomUUID();
  his.send({ t: 'post', c, id, text: 'Good morning, I am looking into it.' });
  await hers.until(c, (events) => events.some((event) => event.id === id));
  await his.until(c, (events) => events.some((event) => event.id === id));
  expect(hers.events(c).map((event) => event.type)).toEqual([
    'conversation.started',
    'message.posted',
    'conversation.assigned',
    'message.posted',
  ]);
  expect(hers.events(c).at(-1)?.actor).toMatchObject({ kind: 'agent', name: 'Lin' });
  expect(hers.events(c)).toEqual(his.events(c));
  hers.close();
  his.close();
});

test('a retry with the same id is acknowledged again with the same seq and stored once', async () => {
  const { customer, c } = await startedChat(node.url);
  const wire = await customer.connect();
  const message = { t: 'post' as const, c, id: randomUUID(), text: 'once' };
  wire.send(message);
  wire.send(message);
  const first = await wire.next('ack', (ack) => ack.id === message.id);
  const again = await customer.post(`/api/my/conversations/${c}/messages`, { id: message.id, text: 'once' });
  expect(again.seq).toBe(first.seq);
  const { events } = await log(customer, c);
  expect(events.filter((event) => event.id === message.id)).toHaveLength(1);
  wire.close();
});

test('starting twice with the same ids starts once', async () => {
  const customer = new Person(node.url, 'my');
  const start = {
    id: randomUUID(),
    form: { name: 'Wei', phone: '+86 138 0013 8000', topic: null },
    locale: 'zh-CN',
    message: { id: randomUUID(), text: '付款失败' },
  };
  const first = await customer.post('/api/my/conversations', start);
  expect(await customer.post('/api/my/conversations', start)).toEqual(first);
  expect((await log(customer, start.id)).events).toHaveLength(2);
  const stranger = new Person(node.url, 'my');
  const refused = await stranger.ask('POST', '/api/my/conversations', {
    ...start,
    message: { id: randomUUID(), text: 'hi' },
  });
  expect(refused.status).toBe(409);
  expect((await log(customer, start.id)).events).toHaveLength(2);
});

test('an id that somebody else used is refused and tells nothing', async () => {
  const { customer, c } = await startedChat(node.url);
  const id = randomUUID();
  await customer.post(`/api/my/conversations/${c}/messages`, { id, text: 'mine' });
  const answer = await agent.ask('POST', `/api/desk/conversations/${c}/messages`, { id, text: 'yours' });
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ code: 'id-reused' });
});

test('notes, tags and priority never reach the customer, and their places leave no doubt', async () => {
  const { customer, c } = await startedChat(node.url);
  const wire = await customer.connect();
  await wire.follow(c);
  await agent.post(`/api/desk/conversations/${c}/notes`, { id: randomUUID(), text: 'suspicious' });
  await agent.put(`/api/desk/conversations/${c}/tags`, { tags: ['fraud'] });
  await agent.put(`/api/desk/conversations/${c}/priority`, { priority: 'P1' });
  const { id } = await agent.post<{ id: string }>(`/api/desk/conversations/${c}/messages`, {
    id: randomUUID(),
    text: 'hello',
  });
  await wire.until(c, (events) => events.some((event) => event.id === id));
  const hidden = JSON.stringify([wire.frames, await log(customer, c)]);
  for (const secret of ['suspicious', 'fraud', 'P1']) expect(hidden).not.toContain(secret);
  const places = wire.frames.filter((frame) => frame.t === 'events').map(({ after, upTo }) => [after, upTo]);
  for (const [index, [after]] of places.entries()) if (index > 0) expect(after).toBe(places[index - 1]?.[1]);
  wire.close();
});

test('a customer who writes into a resolved conversation reopens it; an agent is refused', async () => {
  const { customer, c } = await startedChat(node.url);
  await agent.post(`/api/desk/conversations/${c}/resolution`);
  const refused = await agent.ask('POST', `/api/desk/conversations/${c}/messages`, {
    id: randomUUID(),
    text: 'more',
  });
  expect(await refused.json()).toMatchObject({ code: 'conversation-resolved' });
  await customer.post(`/api/my/conversations/${c}/messages`, { id: randomUUID(), text: 'it came back' });
  const { events } = await log(customer, c);
  expect(events.map((event) => event.type).slice(-3)).toEqual([
    'conversation.resolved',
    'conversation.reopened',
    'message.posted',
  ]);
});

test('of twenty agents who claim at once one wins', async () => {
  const { c } = await startedChat(node.url);
  const agents = await Promise.all(
    Array.from({ length: 4 }, () => staffMember(database.sql, node.url, 'agent')),
  );
  const claims = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      (agents[i % 4] as Person).ask('POST', `/api/desk/conversations/${c}/claim`),
    ),
  );
  const winners = new Set(claims.flatMap((claim, i) => (claim.status === 200 ? [i % 4] : [])));
  expect(winners.size).toBe(1);
});

test('card numbers are masked before anything is stored or delivered', async () => {
  const { customer, c } = await startedChat(node.url, 'my card is 4111 1111 1111 1111 thanks');
  const { events } = await log(agent, c);
  const said = events.find((event) => event.type === 'message.posted');
  expect(said?.body).toMatchObject({
    text: 'my card is [card ••••1111] thanks',
    removed: [{ kind: 'card', start: 11, end: 26 }],
  });
  const stored = await database.sql`select body from events where body like '%4111%1111 1111%'`;
  expect(stored).toHaveLength(0);
  expect((await customer.get<{ preview: string }>(`/api/my/conversations/${c}`)).preview).not.toContain(
    '4111',
  );
});

test('receipts move forward only, never beyond the log, and reach the other side', async () => {
  const { customer, c } = await startedChat(node.url);
  const [hers, his] = await Promise.all([customer.connect(), agent.connect()]);
  await hers.follow(c);
  await his.follow(c);
  hers.send({ t: 'seen', c, delivered: 2, read: 1 });
  await his.next('seen', (seen) => seen.who === 'customer' && seen.delivered === 2 && seen.read === 1);
  hers.send({ t: 'seen', c, delivered: 1, read: 2_000_000 });
  await his.next('seen', (seen) => seen.who === 'customer' && seen.delivered === 2 && seen.read === 2);
  expect((await log(agent, c)).receipts.customer).toEqual({ delivered: 2, read: 2 });
  hers.close();
  his.close();
});

test('typing is seen by the other side and not by oneself', async () => {
  const { customer, c } = await startedChat(node.url);
  const [hers, his] = await Promise.all([customer.connect(), agent.connect()]);
  await hers.follow(c);
  await his.follow(c);
  his.send({ t: 'typing', c, on: true });
  const typing = await hers.next('typing');
  expect(typing.who).toMatchObject({ kind: 'agent', name: 'Lin' });
  expect(his.frames.some((frame) => frame.t === 'typing')).toBe(false);
  hers.close();
  his.close();
});

test('every staff action on a conversation leaves one audit line, in the commit of its event', async () => {
  const { c } = await startedChat(node.url);
  const wire = await agent.connect();
  await wire.follow(c);
  await agent.post(`/api/desk/conversations/${c}/claim`);
  await agent.post(`/api/desk/conversations/${c}/claim`);
  const id = randomUUID();
  wire.send({ t: 'post', c, id, text: 'hello' });
  await wire.until(c, (events) => events.some((event) => event.id === id));
  const lines =
    await database.sql`select action, staff_id, ip from audit where subject_id = ${c} order by id`;
  expect(lines.map((line) => line.action)).toEqual(['conversation.claimed', 'message.posted']);
  for (const line of lines)
    expect(line).toMatchObject({ staff_id: agent.id, ip: expect.stringMatching(/127\.0\.0\.1/) });
  wire.close();
});
