import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findAnswers } from '../../src/server/help/find-answers.ts';
import { installStarterContent } from '../../src/server/help/install-starter-content.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';

const QUESTION = 'card';

let database: TestDatabase;
let node: Node;
let endpoint: Server;
/** What the endpoint was asked, and how it answers. */
let asked: { model: string; input: string[]; key: string | undefined }[];
let answering: 'well' | 'badly' | 'never';
/** The endpoint finds texts with this in them like the question. */
let favourite: string;

beforeAll(async () => {
  endpoint = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { model, input } = JSON.parse(Buffer.concat(chunks).toString()) as {
      model: string;
      input: string[];
    };
    asked.push({ model, input, key: request.headers.authorization });
    if (answering === 'never') return;
    const like = (text: string) => text.includes(favourite) || (input.length === 1 && text.length < 100);
    const data = input.map((text, index) => ({ index, embedding: like(text) ? [1, 0] : [0, 1] }));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answering === 'well' ? { data: data.reverse() } : { data: [{ index: 0 }] }));
  }).listen(0, '127.0.0.1');
  await once(endpoint, 'listening');
  database = await createTestDatabase();
  node = await startNode(database.url, {
    EMBEDDINGS_URL: `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/v1/embeddings`,
    EMBEDDINGS_KEY: 'a-key',
    EMBEDDINGS_MODEL: 'a-model',
  });
  await installStarterContent(node.deps);
});
afterAll(async () => {
  await node.stop();
  await database.drop();
  endpoint.closeAllConnections();
  endpoint.close();
});
beforeEach(() => {
  asked = [];
  answering = 'well';
  favourite = 'nothing at all';
});

const find = (question = QUESTION, thorough = true) =>
  findAnswers(node.deps, { question, locale: 'en', limit: 5, thorough });
const ids = async (question?: string, thorough?: boolean) =>
  (await find(question, thorough)).hits.map(({ article }) => article.id);

test('before the articles are learned, and while somebody types, the own ranking stands alone', async () => {
  const own = await ids(QUESTION, false);
  expect(asked).toEqual([]);
  expect(await ids()).toEqual(own);
});

test('a second opinion lifts what it finds alike; the question leaves without secrets', async () => {
  const own = await find(QUESTION, false);
  const third = own.hits[2]?.article;
  favourite = third?.versions[0]?.title ?? '';
  // What was learned before this test favours nothing: the article is another from now on.
  await database.sql`update article_versions set keywords = keywords || '{changed}'`;
  let found: string[] = [];
  do found = await ids();
  while (found[0] !== third?.id);
  expect(found.toSorted()).toEqual((await ids(QUESTION, false)).toSorted());
  expect(asked[0]).toMatchObject({ model: 'a-model', key: 'Bearer a-key' });
  await find('card 4111 1111 1111 1111 refused');
  expect(asked.at(-1)?.input[0]).not.toContain('4111');
});

test('an exact title stays first whatever is said', async () => {
  const own = await find(QUESTION, false);
  favourite = own.hits[2]?.article.versions[0]?.title ?? '';
  const title = own.hits[0]?.article.versions[0]?.title ?? '';
  expect((await ids(title))[0]).toBe(own.hits[0]?.article.id);
});

test.each(['never', 'badly'] as const)('an endpoint that answers %s is not waited for again', async (how) => {
  const fresh = await startNode(database.url, {
    EMBEDDINGS_URL: node.deps.config.embeddingsUrl ?? '',
    LOG_LEVEL: 'silent',
  });
  const ask = (thorough = true) =>
    findAnswers(fresh.deps, { question: QUESTION, locale: 'en', limit: 5, thorough });
  let before = -1;
  // Until the articles are learned no question is sent.
  while (before < 0) {
    await ask();
    if (asked.at(-1)?.input.length === 1) before = asked.length;
  }
  answering = how;
  await ask();
  const sent = asked.length;
  // A node that has just started may still be learning its own ranking, which then changes under both.
  const order = async (thorough: boolean) =>
    (await ask(thorough)).hits.map(({ article }) => article.id).join();
  await expect.poll(async () => (await order(true)) === (await order(false))).toBe(true);
  expect(asked.length).toBe(sent);
  await fresh.stop();
});
