import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServerFrame } from '../../src/contract/frames.ts';
import { PROTOCOL_VERSION } from '../../src/contract/limits.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Person, staffMember, startedChat, Wire } from '../support/person.ts';

let database: TestDatabase;
let node: Node;

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url, { SOCKET_MESSAGES_PER_SECOND: '5', SOCKET_FRAME_MAX_BYTES: '4096' });
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const socketUrl = () => `${node.url.replace('http', 'ws')}/api/socket`;
const ticketOf = async (person: Person) =>
  (await person.post<{ ticket: string }>(`/api/${person.side}/socket-tickets`)).ticket;

async function hello(ticket: string, v = PROTOCOL_VERSION): Promise<Wire> {
  const wire = new Wire(socketUrl());
  await wire.opened;
  wire.send({ t: 'hello', v, ticket });
  return wire;
}

test('a ticket opens one socket only', async () => {
  const { customer } = await startedChat(node.url);
  const ticket = await ticketOf(customer);
  const first = await hello(ticket);
  await first.next('welcome');
  const second = await hello(ticket);
  expect(await second.next('bye')).toMatchObject({ reason: 'ticket' });
  expect(await second.closed).toBe(4004);
  first.close();
});

test('what a page sent over a line that it has given up is not stored after it said it again', async () => {
  const { customer, c } = await startedChat(node.url);
  const page = randomUUID();
  const [old, stillWaiting] = [await customer.connect({ page, number: 1 }), randomUUID()];
  const later = await customer.connect({ page, number: 2 });
  old.send({ t: 'post', c, id: stillWaiting, text: 'held back by the network' });
  expect(await old.next('bye')).toEqual({ t: 'bye', reason: 'superseded', reconnectMs: 0 });
  expect(await old.closed).toBe(4005);

  const tooLate = await customer.connect({ page, number: 1 });
  tooLate.send({ t: 'post', c, id: stillWaiting, text: 'held back by the network' });
  await tooLate.next('bye', ({ reason }) => reason === 'superseded');

  const turn = { v: PROTOCOL_VERSION, line: { page, number: 1 }, subscriptions: [], waitMs: 0 };
  const post = { t: 'post', c, id: stillWaiting, text: 'held back by the network' };
  const answer = await customer.post<{ frames: ServerFrame[] }>('/api/my/sync', { ...turn, frames: [post] });
  expect(answer.frames).toEqual([{ t: 'bye', reason: 'superseded', reconnectMs: 0 }]);

  await later.follow(c);
  later.send({ t: 'post', c, id: randomUUID(), text: 'after it' });
  const shown = await later.until(c, (events) =>
    events.some(({ body }) => 'text' in body && body.text === 'after it'),
  );
  expect(shown.map(({ id }) => id)).not.toContain(stillWaiting);
  later.close();
});

test('the lines of one page say nothing about those of another person with the same id', async () => {
  const [mine, theirs] = [await startedChat(node.url), await startedChat(node.url)];
  const page = randomUUID();
  const first = await mine.customer.connect({ page, number: 1 });
  await theirs.customer.connect({ page, number: 9 });
  await first.follow(mine.c);
  first.send({ t: 'post', c: mine.c, id: randomUUID(), text: 'still heard' });
  await first.until(mine.c, (events) =>
    events.some(({ body }) => 'text' in body && body.text === 'still heard'),
  );
  first.close();
});

test('a page of an older protocol is told to reload', async () => {
  const { customer } = await startedChat(node.url);
  const wire = await hello(await ticketOf(customer), PROTOCOL_VERSION - 1);
  expect(await wire.next('bye')).toEqual({ t: 'bye', reason: 'too-old', reconnectMs: null });
});

test.each([
  'https://evil.example',
  'null',
  'http://127.0.0.1.evil.example',
  'http://127.0.0.1:1',
  'not a url',
])('a page of %s cannot open a socket', async (origin) => {
  const wire = new Wire(socketUrl(), { origin });
  await expect(wire.opened).rejects.toThrow(/403/);
});

test('a socket that does not say hello properly is closed', async () => {
  for (const text of ['', 'hello', '[]', '{"t":"ping"}', '{"t":"hello","v":1}']) {
    const wire = new Wire(socketUrl());
    await wire.opened;
    wire.sendText(text);
    expect(await wire.closed, text).toBe(1008);
  }
});

test('a frame that is too large closes the socket', async () => {
  const { customer } = await startedChat(node.url);
  const wire = await customer.connect();
  wire.sendText(`{"t":"ping","n":${' '.repeat(5000)}1}`);
  expect(await wire.closed).toBe(1009);
});

test('frames beyond the allowance are refused with the time to wait, and nothing is lost by sending them later', async () => {
  const { customer, c } = await startedChat(node.url);
  const wire = await customer.connect();
  await wire.follow(c);
  const ids = Array.from({ length: 40 }, () => randomUUID());
  for (const id of ids) wire.send({ t: 'post', c, id, text: 'quick' });
  const refused = await wire.next('refused', (frame) => frame.code === 'too-many-requests');
  expect(refused.retryAfterMs).toBeGreaterThan(0);
  expect(ids).toContain(refused.id);
  wire.close();
});

test('malformed frames are refused and change nothing', async () => {
  const { customer, c } = await startedChat(node.url);
  const wire = await customer.connect();
  for (const frame of [
    { t: 'post', c, id: 'x', text: 'hi' },
    { t: 'post', c, id: randomUUID(), text: 7 },
    { t: 'sub', c, after: -1 },
    { t: 'unheard-of' },
  ]) {
    const before = wire.frames.length;
    wire.sendText(JSON.stringify(frame));
    while (wire.frames.length === before) await wire.next('refused', () => wire.frames.length > before);
  }
  const [row] = await database.sql`select count(*)::int as n from events where conversation_id = ${c}`;
  expect(row?.n).toBe(2);
  wire.close();
});

test('what is not one’s own does not exist: every frame and route, for a stranger', async () => {
  const { c } = await startedChat(node.url);
  const { customer: stranger } = await startedChat(node.url);
  const wire = await stranger.connect();
  const post = randomUUID();
  wire.send({ t: 'sub', c, after: 0 });
  wire.send({ t: 'post', c, id: post, text: 'hello?' });
  wire.send({ t: 'typing', c, on: true });
  wire.send({ t: 'seen', c, delivered: 2, read: 2 });
  expect(await wire.next('refused', (frame) => frame.id === undefined)).toMatchObject({
    code: 'conversation-not-found',
  });
  expect(await wire.next('refused', (frame) => frame.id === post)).toMatchObject({
    code: 'conversation-not-found',
  });
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/events'],
    ['GET', '/transcript'],
    ['POST', '/messages'],
    ['POST', '/resolution'],
    ['POST', '/reopening'],
  ] as const) {
    const body = method === 'POST' ? { id: randomUUID(), text: 'hi' } : undefined;
    const answer = await stranger.ask(method, `/api/my/conversations/${c}${path}`, body);
    expect(answer.status, path).toBe(404);
    expect((await stranger.ask(method, `/api/desk/conversations/${c}${path}`, body)).status, path).toBe(401);
  }
  const [receipts] = await database.sql`select count(*)::int as n from receipts where conversation_id = ${c}`;
  expect(receipts?.n).toBe(0);
  expect(wire.events(c)).toEqual([]);
  wire.close();
});

test('an editor, whose role reads no conversations, gets no ticket', async () => {
  const editor = await staffMember(database.sql, node.url, 'editor');
  expect((await editor.ask('POST', '/api/desk/socket-tickets')).status).toBe(403);
});

test('long polling does the same as a socket: resume, post, wake', async () => {
  const { customer, c } = await startedChat(node.url);
  const agent = await staffMember(database.sql, node.url, 'agent');
  const first = await customer.post<{ frames: { t: string; upTo?: number }[] }>('/api/my/sync', {
    v: PROTOCOL_VERSION,
    subscriptions: [{ c, after: 0 }],
    waitMs: 0,
  });
  const place = first.frames.find((frame) => frame.t === 'events')?.upTo;
  expect(place).toBe(2);
  const waiting = customer.post<{ frames: { t: string; events?: { body: { text?: string } }[] }[] }>(
    '/api/my/sync',
    {
      v: PROTOCOL_VERSION,
      subscriptions: [{ c, after: place }],
      waitMs: 20_000,
    },
  );
  await agent.post(`/api/desk/conversations/${c}/messages`, { id: randomUUID(), text: 'are you there?' });
  const texts = (await waiting).frames.flatMap((frame) => frame.events ?? []).map((event) => event.body.text);
  expect(texts).toContain('are you there?');
  const id = randomUUID();
  const posted = await customer.post<{ frames: { t: string; id?: string; events?: { id: string }[] }[] }>(
    '/api/my/sync',
    {
      v: PROTOCOL_VERSION,
      subscriptions: [{ c, after: 4 }],
      frames: [{ t: 'post', c, id, text: 'yes' }],
      waitMs: 5_000,
    },
  );
  const acknowledged = posted.frames.some(
    (frame) => frame.id === id || frame.events?.some((event) => event.id === id),
  );
  expect(acknowledged).toBe(true);
});

test('a reader that does not read costs no memory and catches up from the log when it does', async () => {
  const { customer, c } = await startedChat(node.url);
  const agent = await staffMember(database.sql, node.url, 'agent');
  const slow = await customer.connect();
  await slow.follow(c);
  slow.socket.pause();
  const text = '慢'.repeat(7_900);
  // Far more than the network's own buffers take, so that only the server could hold it.
  const posts = 700;
  const post = () => agent.post(`/api/desk/conversations/${c}/messages`, { id: randomUUID(), text });
  for (let i = 0; i < posts; i += 20) await Promise.all(Array.from({ length: 20 }, post));
  const held = Math.max(...[...node.deps.hub.connections].map((connection) => connection.backlog));
  expect(held).toBeLessThan(2 * 1024 * 1024);
  slow.socket.resume();
  const events = await slow.until(c, (all) => all.length >= posts + 2);
  expect(events.map((event) => event.seq)).toEqual(events.map((_, i) => i + 1));
  slow.close();
}, 60_000);

test('a server that is told to stop says so, and when to come back', async () => {
  const other = await startNode(database.url);
  const { customer } = await startedChat(other.url, 'hello', new Person(other.url, 'my'));
  const wire = await customer.connect();
  const stopped = other.stop();
  const bye = await wire.next('bye');
  expect(bye.reason).toBe('draining');
  expect(bye.reconnectMs).toBeGreaterThanOrEqual(0);
  await stopped;
});
