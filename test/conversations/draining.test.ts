import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../src/contract/limits.ts';
import { createTestDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { type Node, startNode } from '../support/node.ts';
import { staffMember, startedChat, Wire } from '../support/person.ts';
import { startServer } from '../support/server-process.ts';

/** Well below the time a stop may take at most, so that it is order and not the last resort that ends it. */
const SOON_MS = 5_000;

async function freshNode() {
  const database = await createTestDatabase();
  const node = await startNode(database.url, { DRAIN_SECONDS: '4' });
  onTestFinished(async () => {
    await node.stop().catch(() => undefined);
    await database.drop();
  });
  return { database, node };
}

const socketUrl = (node: Node) => `${node.url.replace('http', 'ws')}/api/socket`;

async function expectSoonDrained(drained: Promise<void>): Promise<void> {
  const from = performance.now();
  await drained;
  expect(performance.now() - from).toBeLessThan(SOON_MS);
}

test('a stop waits for no client that keeps silent', async () => {
  const { node } = await freshNode();
  const { customer } = await startedChat(node.url);
  const wire = await customer.connect();
  // What a phone in a tunnel looks like: the connection is there, and nothing is answered.
  wire.socket.pause();
  const stranger = new Wire(socketUrl(node));
  await stranger.opened;
  // Browsers do this in advance of a request that may never come.
  const early = connect(Number(new URL(node.url).port), '127.0.0.1');
  await new Promise((resolve) => early.once('connect', resolve));
  await expectSoonDrained(node.drain());
  expect(await stranger.closed).toBe(1012);
  wire.socket.terminate();
}, 30_000);

test('who is still being let in when the server is told to stop is told to come back', async () => {
  const { database, node } = await freshNode();
  const { customer, c } = await startedChat(node.url);
  const { ticket } = await customer.post<{ ticket: string }>('/api/my/socket-tickets');
  const wire = new Wire(socketUrl(node));
  await wire.opened;
  const lock = await database.sql.reserve();
  await lock`begin`;
  await lock`lock table socket_tickets, customer_sessions in access exclusive mode`;
  wire.send({ t: 'hello', v: PROTOCOL_VERSION, ticket });
  const poll = customer.post<{ frames: { t: string; reason?: string }[] }>('/api/my/sync', {
    v: PROTOCOL_VERSION,
    subscriptions: [{ c, after: 2 }],
    waitMs: 25_000,
  });
  const waiting = () => database.sql`select 1 from pg_locks where not granted`;
  while ((await waiting()).length < 2);
  const drained = node.drain();
  await lock`commit`;
  lock.release();
  await expectSoonDrained(drained);
  expect(await wire.next('bye')).toMatchObject({ reason: 'draining' });
  expect((await poll).frames).toContainEqual(expect.objectContaining({ t: 'bye', reason: 'draining' }));
}, 30_000);

test('a server whose database is gone still ends in order when it is told to', async () => {
  const database = await createTestDatabase();
  const server = startServer({ DATABASE_URL: database.url, DATA_DIR: temporaryFolder() });
  const url = await server.ready();
  const { customer, c } = await startedChat(url);
  const agent = await staffMember(database.sql, url, 'agent');
  const wires = await Promise.all([customer.connect(), agent.connect()]);
  for (const wire of wires) await wire.follow(c);
  await database.drop();
  for (const wire of wires) wire.send({ t: 'seen', c, delivered: 2, read: 2 });
  const from = performance.now();
  server.child.kill('SIGTERM');
  const { code, complaint } = await server.ended();
  expect(complaint).toBe('');
  expect(code).toBe(0);
  expect(performance.now() - from).toBeLessThan(10_000);
}, 60_000);
