import { afterAll, beforeAll, test } from 'vitest';
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
