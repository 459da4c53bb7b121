import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServerFrame } from '../../src/contract/frames.ts';
import { PROTOCOL_VERSION } from '../../src/contract/limits.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { staffMember, startedChat } from '../support/person.ts';

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

test('a desk without a socket is seen to look at a conversation, and seen to leave it', async () => {
  const { c } = await startedChat(node.url);
  const [polling, watching] = await Promise.all([
    staffMember(database.sql, node.url, 'agent'),
    staffMember(database.sql, node.url, 'agent'),
  ]);
  const wire = await watching.connect();
  await wire.follow(c);
  const turn = { v: PROTOCOL_VERSION, subscriptions: [{ c, after: 2 }], waitMs: 0 };
  await polling.post('/api/desk/sync', { ...turn, viewing: c });
  await wire.next('viewers', ({ staff }) => staff.some(({ id }) => id === polling.id));
  await polling.post('/api/desk/sync', { ...turn, viewing: null });
  await wire.next('viewers', ({ staff }) => staff.length === 0);
  wire.close();
});

test('nobody writes faster by requests than over a socket', async () => {
  const strict = await startNode(database.url, { SOCKET_MESSAGES_PER_SECOND: '2' });
  const stored = async (c: string) =>
    (await database.sql`select 1 from events where conversation_id = ${c} and type = 'message.posted'`)
      .length;
  const messages = () => Array.from({ length: 50 }, () => ({ id: randomUUID(), text: 'quick' }));

  const polled = await startedChat(strict.url);
  const frames = messages().map((message) => ({ t: 'post', c: polled.c, ...message }));
  const turn = { v: PROTOCOL_VERSION, subscriptions: [], frames, waitMs: 0 };
  const answer = await polled.customer.post<{ frames: ServerFrame[] }>('/api/my/sync', turn);
  const refused = answer.frames.flatMap((frame) => (frame.t === 'refused' ? [frame] : []));
  expect(refused.length).toBeGreaterThan(20);
  expect(refused[0]).toMatchObject({
    code: 'too-many-requests',
    c: polled.c,
    retryAfterMs: expect.any(Number),
  });
  expect(frames.map(({ id }) => id)).toContain(refused[0]?.id);
  expect(await stored(polled.c)).toBe(51 - refused.length);

  const posted = await startedChat(strict.url);
  const path = `/api/my/conversations/${posted.c}/messages`;
  const answers = await Promise.all(messages().map((message) => posted.customer.ask('POST', path, message)));
  const late = answers.filter(({ status }) => status === 429);
  expect(late.length).toBeGreaterThan(20);
  expect(Number(late[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await stored(posted.c)).toBe(51 - late.length);
  await strict.stop();
});
