import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { PROTOCOL_VERSION } from '../../src/contract/limits.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { staffMember, startedChat, Wire } from '../support/person.ts';

let database: TestDatabase;
let node: Node;

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const port = () => Number(new URL(node.url).port);
const openConnections = () =>
  new Promise<number>((resolve, reject) =>
    node.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );

/** Asks for a WebSocket where there is none, and keeps its own side open. */
async function refusedUpgrade(): Promise<Socket> {
  const socket = connect({ port: port(), host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(
    'GET /api/nowhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n\r\n`,
  );
  return socket;
}

test('a refused upgrade leaves no connection behind, even when its client never closes', async () => {
  const sockets = await Promise.all(Array.from({ length: 5 }, refusedUpgrade));
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('data', resolve))));
  await vi.waitFor(async () => expect(await openConnections()).toBe(0), 5_000);
  for (const socket of sockets) socket.destroy();
});

test('a client that resets a refused upgrade does not end the server', async () => {
  for (let i = 0; i < 40; i += 1) {
    const socket = await refusedUpgrade();
    if (i % 2 === 0) await new Promise((resolve) => socket.once('data', resolve));
    socket.resetAndDestroy();
  }
  await vi.waitFor(async () => expect(await openConnections()).toBe(0), 5_000);
  expect((await fetch(`${node.url}/api/openapi.json`)).status).toBe(200);
});

/** A socket that says hello by hand, and answers no close: a client that was told to go and stays. */
async function deafSocket(
  ticket: string,
): Promise<{ send(frame: object): void; closed: Promise<unknown>; socket: Socket }> {
  const wire = new Wire(`${node.url.replace('http', 'ws')}/api/socket`);
  await wire.opened;
  wire.send({ t: 'hello', v: PROTOCOL_VERSION, ticket });
  await wire.next('welcome');
  const raw = (wire.socket as unknown as { _socket: Socket })._socket;
  const frame = (value: object): Buffer => {
    const payload = Buffer.from(JSON.stringify(value));
    // Masked with zeros: the text stays as it is.
    return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
  };
  raw.removeAllListeners('data');
  raw.resume();
  return {
    socket: raw,
    send: (value) => raw.write(frame(value)),
    closed: new Promise((resolve) => raw.once('close', resolve)),
  };
}

test('whoever was signed out can do nothing more, and is cut off within 5 s even when they ignore it', async () => {
  const agent = await staffMember(database.sql, node.url, 'agent');
  const { c } = await startedChat(node.url);
  const { ticket } = await agent.post<{ ticket: string }>('/api/desk/socket-tickets');
  const deaf = await deafSocket(ticket);
  await agent.ask('DELETE', '/api/desk/session');
  const from = performance.now();
  const late = setInterval(() => deaf.send({ t: 'note', c, id: randomUUID(), text: 'still here' }), 100);
  await deaf.closed;
  clearInterval(late);
  expect(performance.now() - from).toBeLessThan(5_000);
  const [row] =
    await database.sql`select count(*)::int as n from events where conversation_id = ${c} and type = 'note.added'`;
  expect(row?.n).toBe(0);
}, 40_000);

test('a client that asks and asks and never reads is cut off before it costs much memory', async () => {
  const generous = await startNode(database.url, { SOCKET_MESSAGES_PER_SECOND: '100000' });
  const { customer, c } = await startedChat(generous.url);
  const wire = await customer.connect();
  wire.socket.pause();
  const [connection] = generous.deps.hub.connections;
  const question = JSON.stringify({ t: 'post', c, id: randomUUID(), text: 7 });
  let held = 0;
  for (let i = 0; i < 1_500 && generous.deps.hub.connections.size > 0; i += 1) {
    for (let n = 0; n < 100; n += 1) wire.sendText(n === 0 ? '{"t":"ping"}' : question);
    await new Promise(setImmediate);
    held = Math.max(held, connection?.backlog ?? 0);
  }
  await vi.waitFor(() => expect(generous.deps.hub.connections.size).toBe(0), 5_000);
  expect(held).toBeLessThan(20 * 1024 * 1024);
  wire.socket.terminate();
  await generous.stop();
}, 60_000);
