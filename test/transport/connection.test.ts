import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Event } from '../../src/contract/events.ts';
import type { ServerFrame } from '../../src/contract/frames.ts';
import { apply } from '../../src/web/shared/conversation/apply.ts';
import { emptyConversation, heldUpTo, shownEvents } from '../../src/web/shared/conversation/state.ts';
import { Connection, type ConnectionOptions } from '../../src/web/shared/transport/connection.ts';
import { Peer } from './peer.ts';

const c = '11111111-1111-4111-8111-111111111111';
const until = (check: () => void) => vi.waitFor(check, { timeout: 8_000, interval: 5 });
const line = (seq: number): Event => ({
  seq,
  id: `22222222-2222-4222-8222-${String(seq).padStart(12, '0')}`,
  at: '2026-01-01T00:00:00.000Z',
  type: 'conversation.resolved',
  actor: { kind: 'system' },
  body: {},
});
const events = (after: number, upTo: number): Extract<ServerFrame, { t: 'events' }> => ({
  t: 'events',
  c,
  after,
  upTo,
  events: Array.from({ length: upTo - after }, (_, i) => line(after + 1 + i)),
});

let peer: Peer;
let connection: Connection;

beforeEach(async () => {
  peer = await Peer.start();
});
afterEach(async () => {
  connection.stop();
  await peer.stop();
});

function connect(options: Partial<ConnectionOptions> = {}): Connection {
  connection = new Connection({ side: 'my', base: peer.url, random: () => 0, ...options });
  connection.start();
  return connection;
}

/** A page that holds one conversation, as the pages do. */
function reader(from = 0) {
  const reading = { state: emptyConversation(c, from) };
  connection.onFrame((frame) => {
    reading.state = apply(reading.state, frame);
  });
  connection.follow(c, () => heldUpTo(reading.state));
  return {
    seqs: () => shownEvents(reading.state).map(({ seq }) => seq),
    held: () => heldUpTo(reading.state),
  };
}

const online = (via: 'socket' | 'poll') =>
  until(() => expect(connection.status).toEqual({ phase: 'online', via }));

describe('Connection on a socket', () => {
  it('says hello with its ticket and follows from where it stands', async () => {
    connect();
    reader(7);
    await online('socket');
    await until(() => expect(peer.of('sub')).toEqual([{ t: 'sub', c, after: 7 }]));
    expect(peer.frames[0]).toMatchObject({ t: 'hello', v: 1, ticket: 'ticket 1' });
  });

  it('resumes from what it holds after a cut, with how things stand', async () => {
    connect();
    const { held } = reader();
    connection.send({ t: 'viewing', c });
    await online('socket');
    peer.send(events(0, 3));
    await until(() => expect(held()).toBe(3));
    peer.last.terminate();
    await until(() => expect(peer.of('sub').at(-1)).toEqual({ t: 'sub', c, after: 3 }));
    expect(peer.of('viewing').length).toBeGreaterThanOrEqual(2);
  });

  it('asks once for a hole, and shows nothing beyond it until it is filled', async () => {
    connect();
    const { seqs } = reader();
    await online('socket');
    await until(() => expect(peer.of('sub')).toHaveLength(1));
    peer.send(events(0, 2));
    peer.send(events(4, 5));
    peer.send(events(5, 6));
    await until(() => expect(peer.of('sub')).toHaveLength(2));
    expect(peer.of('sub')[1]).toEqual({ t: 'sub', c, after: 2 });
    expect(seqs()).toEqual([1, 2]);
    peer.send(events(2, 6));
    await until(() => expect(seqs()).toEqual([1, 2, 3, 4, 5, 6]));
    expect(peer.of('sub')).toHaveLength(2);
  });

  it('follows again what the server could not take at once', async () => {
    connect();
    reader();
    await online('socket');
    await until(() => expect(peer.of('sub')).toHaveLength(1));
    peer.send({ t: 'refused', code: 'too-many-requests', title: '', c, retryAfterMs: 10 });
    await until(() => expect(peer.of('sub')).toHaveLength(2));
  });

  it('drops a line that fell silent', async () => {
    peer.welcome = { t: 'welcome', v: 1, heartbeatSeconds: 0.1 };
    connect();
    await online('socket');
    await until(() => expect(peer.of('ping').length).toBeGreaterThan(0));
    await until(() => expect(peer.sockets.length).toBeGreaterThan(1));
  });

  it('keeps a line on which the server answers', async () => {
    peer.welcome = { t: 'welcome', v: 1, heartbeatSeconds: 0.1 };
    peer.onFrame = (frame, reply) => {
      if (frame.t === 'ping') reply({ t: 'pong' });
    };
    connect();
    await until(() => expect(peer.of('ping').length).toBeGreaterThan(6));
    expect(peer.sockets).toHaveLength(1);
  });

  it('comes back when asked to, not earlier', async () => {
    connect();
    await online('socket');
    const from = Date.now();
    peer.send({ t: 'bye', reason: 'draining', reconnectMs: 300 });
    await until(() => expect(peer.sockets).toHaveLength(2));
    expect(Date.now() - from).toBeGreaterThanOrEqual(295);
  });

  it.each([
    ['too-old', { t: 'bye', reason: 'too-old', reconnectMs: null }],
    ['signed-out', { t: 'bye', reason: 'signed-out', reconnectMs: null }],
  ] as const)('ends for good on %s', async (reason, bye) => {
    connect();
    await online('socket');
    peer.send(bye);
    await until(() => expect(connection.status).toEqual({ phase: 'ended', reason }));
    expect(peer.tickets).toBe(1);
  });

  it('ends when there is no session to get a ticket for', async () => {
    peer.ticketStatus = 401;
    connect();
    await until(() => expect(connection.status).toEqual({ phase: 'ended', reason: 'signed-out' }));
  });

  it('waits and tries again while the server is away', async () => {
    peer.ticketStatus = 503;
    connect();
    await until(() => expect(peer.tickets).toBeGreaterThan(2));
    expect(connection.status.phase).not.toBe('ended');
    peer.ticketStatus = 200;
    await online('socket');
  });
});

describe('Connection where sockets are blocked', () => {
  beforeEach(() => {
    peer.socketsBlocked = true;
  });

  it('polls with the same guarantees', async () => {
    let log = 2;
    peer.onSync = async (sync) => {
      const after = sync.subscriptions[0]?.after ?? log;
      if (sync.frames?.[0]?.t === 'post') return [{ t: 'ack', c, id: sync.frames[0].id, seq: 3, at: '' }];
      if (after < log) return [events(after, log)];
      await new Promise((resolve) => setTimeout(resolve, Math.min(sync.waitMs, 50)));
      return [];
    };
    connect();
    const { seqs } = reader();
    const heard: ServerFrame[] = [];
    connection.onFrame((frame) => heard.push(frame));
    await online('poll');
    await until(() => expect(seqs()).toEqual([1, 2]));
    log = 4;
    expect(connection.send({ t: 'post', c, id: c, text: 'hello' })).toBe(true);
    await until(() => expect(heard).toContainEqual({ t: 'ack', c, id: c, seq: 3, at: '' }));
    await until(() => expect(seqs()).toEqual([1, 2, 3, 4]));
  });

  it('polls at once for what is newly followed', async () => {
    peer.onSync = (sync) => new Promise((resolve) => setTimeout(() => resolve([]), sync.waitMs));
    connect();
    await online('poll');
    await until(() => expect(peer.syncs.at(-1)?.waitMs).toBeGreaterThan(1000));
    reader(5);
    await until(() => expect(peer.syncs.at(-1)?.subscriptions).toEqual([{ c, after: 5 }]));
  });

  it('goes back to a socket when one opens again', async () => {
    peer.onSync = (sync) => new Promise((resolve) => setTimeout(() => resolve([]), sync.waitMs));
    connect({ socketProbeMs: 50 });
    await online('poll');
    peer.socketsBlocked = false;
    await online('socket');
    const turns = peer.syncs.length;
    peer.send({ t: 'ping' });
    await until(() => expect(peer.of('hello')).toHaveLength(1));
    expect(peer.syncs.length).toBe(turns);
  });

  it('stays with the socket that opened again when the server restarts', async () => {
    peer.onSync = (sync) => new Promise((resolve) => setTimeout(() => resolve([]), sync.waitMs));
    connect({ socketProbeMs: 50 });
    await online('poll');
    peer.socketsBlocked = false;
    await online('socket');
    const turns = peer.syncs.length;
    peer.send({ t: 'bye', reason: 'draining', reconnectMs: 0 });
    await until(() => expect(peer.of('hello')).toHaveLength(2));
    expect(peer.syncs.length).toBe(turns);
  });
});
