import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { SearchPage } from '../../src/contract/search.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { type Person, staffMember, startedChat } from '../support/person.ts';

let database: TestDatabase;
let node: Node;
let agent: Person;

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  agent = await staffMember(database.sql, node.url, 'agent');
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const isFound = (word: string) =>
  vi.waitFor(
    async () => {
      const { messages } = await agent.get<SearchPage>(`/api/desk/search?q=${encodeURIComponent(word)}`);
      expect(messages).toHaveLength(1);
    },
    { timeout: 8_000, interval: 100 },
  );

test('no message keeps those after it out of the index', async () => {
  const { customer, c } = await startedChat(node.url);
  // Letters beyond the basic plane take two code units: wherever a word is cut, one of these straddles the place.
  const gothic = '\u{10330}'.repeat(200);
  for (const text of [gothic, `a${gothic}`, '\ufdfa'.repeat(2_000), '\u0000\ud800', '👨‍👩‍👧‍👦'.repeat(500)]) {
    await customer.ask('POST', `/api/my/conversations/${c}/messages`, { id: randomUUID(), text });
  }
  await customer.post(`/api/my/conversations/${c}/messages`, { id: randomUUID(), text: 'whereabouts' });
  await isFound('whereabouts');
  await isFound(`a${'\u{10330}'.repeat(40)}`);
});

test('messages written after the database was restored from a dump are found', async () => {
  const { customer, c } = await startedChat(node.url);
  await isFound('whereabouts');
  // A dump keeps the cursor, and the new cluster counts its transactions from the beginning.
  await database.sql`update log_cursors set tx = '999999999999'`;
  await database.sql`update events set tx = '999999999000'`;
  await customer.post(`/api/my/conversations/${c}/messages`, { id: randomUUID(), text: 'afterwards' });
  await isFound('afterwards');
});
