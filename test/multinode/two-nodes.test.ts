import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventsPage } from '../../src/contract/conversations.ts';
import { FIRST_HASH, verifies } from '../../src/server/log/hash.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { type Person, staffMember, startedChat } from '../support/person.ts';

let database: TestDatabase;
let nodes: [Node, Node];
let agents: [Person, Person];

beforeAll(async () => {
  database = await createTestDatabase();
  nodes = await Promise.all([startNode(database.url), startNode(database.url)]);
  agents = await Promise.all([
    staffMember(database.sql, nodes[0].url, 'agent', 'Lin'),
    staffMember(database.sql, nodes[1].url, 'agent', 'Chen'),
  ]);
});
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  await database.drop();
});

/** Every event of a conversation in the database, with what proves it. */
const rowsOf = (c: string) => database.sql`
  select conversation_id, seq, id, type, at, actor_kind, actor_id, actor_name, actor_staff_number, body, salt, digest, hash
  from events where conversation_id = ${c} order by seq`;

test('what is written on one node arrives on the other', async () => {
  const { customer, c } = await startedChat(nodes[0].url);
  const [hers, his] = await Promise.all([customer.connect(), agents[1].connect()]);
  await hers.follow(c);
  await his.follow(c);
  const id = randomUUID();
  his.send({ t: 'post', c, id, text: 'from the other node' });
  await hers.until(c, (events) => events.some((event) => event.id === id));
  hers.send({ t: 'typing', c, on: true });
  await his.next('typing');
  hers.close();
  his.close();
});

test('two nodes writing into one conversation at once leave no gap, no double and one chain', async () => {
  const { customer, c } = await startedChat(nodes[0].url);
  const texts = Array.from({ length: 120 }, (_, i) => ({ id: randomUUID(), text: `message ${i}` }));
  const posts = texts.map((message, i) =>
    agents[i % 2 === 0 ? 0 : 1].post(`/api/desk/conversations/${c}/messages`, message),
  );
  await Promise.all(posts);
  const { events } = await customer.get<EventsPage>(`/api/my/conversations/${c}/events?limit=500`);
  expect(events.map((event) => event.seq)).toEqual(events.map((_, i) => i + 1));
  const ids = events.map((event) => event.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id } of texts) expect(ids).toContain(id);

  let previous = FIRST_HASH;
  for (const row of await rowsOf(c)) {
    const actor =
      row.actor_kind === 'agent'
        ? {
            kind: 'agent' as const,
            id: row.actor_id,
            name: row.actor_name,
            staffNumber: row.actor_staff_number,
          }
        : { kind: 'customer' as const, id: row.actor_id };
    const line = { ...row, conversationId: row.conversation_id, at: row.at.toISOString(), actor } as never;
    expect(verifies(previous, line)).toBe(true);
    previous = row.hash;
  }
  const [head] = await database.sql`select last_seq, last_hash from conversations where id = ${c}`;
  expect(head?.last_hash.equals(previous)).toBe(true);
  expect(head?.last_seq).toBe(events.length);
});

test('the same message sent to both nodes is stored once and acknowledged twice', async () => {
  const { customer, c } = await startedChat(nodes[0].url);
  const message = { id: randomUUID(), text: 'twice' };
  const path = `/api/my/conversations/${c}/messages`;
  const first = customer.post<{ seq: number }>(path, message);
  customer.url = nodes[1].url;
  const second = customer.post<{ seq: number }>(path, message);
  expect((await first).seq).toBe((await second).seq);
  const rows = await database.sql`select 1 from events where conversation_id = ${c} and id = ${message.id}`;
  expect(rows).toHaveLength(1);
});

test('a lost notice delays and never loses: the sweep finds what nobody told', async () => {
  const { customer, c } = await startedChat(nodes[0].url);
  const wire = await customer.connect();
  await wire.follow(c);
  // A commit by a node whose notices go nowhere: the same append, told to nobody.
  const { append } = await import('../../src/server/conversations/append-store.ts');
  const { loadStates } = await import('../../src/server/conversations/store.ts');
  const { seal } = await import('../../src/server/log/hash.ts');
  const [state] = await loadStates(database.sql, [c]);
  if (state === undefined) throw new Error('no conversation');
  const at = new Date().toISOString();
  const row = seal(state.lastHash, {
    conversationId: c,
    seq: state.lastSeq + 1,
    id: randomUUID(),
    type: 'message.posted',
    at,
    actor: { kind: 'system' },
    body: '{"text":"told to nobody"}',
  });
  const grown = { ...state, lastSeq: row.seq, lastHash: row.hash, activityAt: at };
  const moved = await append(
    database.sql,
    [{ before: state, state: grown, rows: [row], traces: [], erasures: [] }],
    [],
  );
  expect(moved.has(c)).toBe(true);
  await wire.until(c, (events) => events.some((event) => event.id === row.id));
  // And this node, which remembers the state before, goes on without a gap.
  const { seq } = await customer.post<{ seq: number }>(`/api/my/conversations/${c}/messages`, {
    id: randomUUID(),
    text: 'next',
  });
  expect(seq).toBe(row.seq + 1);
  wire.close();
});

test('a session that ends on one node closes its sockets on the other', async () => {
  const leaving = await staffMember(database.sql, nodes[0].url, 'agent');
  leaving.url = nodes[1].url;
  const wire = await leaving.connect();
  leaving.url = nodes[0].url;
  await leaving.ask('DELETE', '/api/desk/session');
  expect(await wire.closed).toBe(4001);
  expect(await wire.next('bye')).toMatchObject({ reason: 'signed-out', reconnectMs: null });
});

test('a node whose line to the others was cut tells its desks to fetch their lists again', async () => {
  const wire = await agents[0].connect();
  wire.send({ t: 'inbox', on: true });
  await wire.next('counters');
  await database.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen %'`;
  await wire.next('inbox', (frame) => frame.stale);
  // And it hears the others again.
  const { customer, c } = await startedChat(nodes[1].url);
  await wire.next('inbox', (frame) => frame.changed.some((row) => row.id === c));
  await customer.post(`/api/my/conversations/${c}/messages`, { id: randomUUID(), text: 'hello?' });
  wire.close();
});
