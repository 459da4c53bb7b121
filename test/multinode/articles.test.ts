import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../../src/contract/help.ts';
import { installStarterContent } from '../../src/server/help/install-starter-content.ts';
import { contentWith } from '../help/desk.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Person, staffMember } from '../support/person.ts';

let database: TestDatabase;
let nodes: [Node, Node];

beforeAll(async () => {
  database = await createTestDatabase();
  nodes = await Promise.all([startNode(database.url), startNode(database.url)]);
  await installStarterContent(nodes[0].deps);
});
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  await database.drop();
});

const firstFor = async (node: Node, question: string): Promise<string | undefined> => {
  const query = new URLSearchParams({ q: question, lang: 'en' });
  return (await new Person(node.url, 'my').get<Answers>(`/api/help/answers?${query}`)).rows[0]?.id;
};

test('what is published on one node is found on the other within a second, and so is its change', async () => {
  const editor = await staffMember(database.sql, nodes[0].url, 'editor');
  const question = 'where do I see my loyalty stamps';
  await firstFor(nodes[1], question);
  const milliseconds = async (wanted: string): Promise<number> => {
    const since = performance.now();
    while ((await firstFor(nodes[1], question)) !== wanted);
    return performance.now() - since;
  };
  for (const id of ['loyalty-stamps', 'loyalty-stamps-again']) {
    const content = contentWith({}, id.endsWith('again') ? question : 'Loyalty stamps');
    const { version } = await editor.post<{ version: number }>('/api/desk/articles', { id, content });
    await editor.post(`/api/desk/articles/${id}/publish`, { version });
    expect(await milliseconds(id)).toBeLessThan(1_000);
  }
});
