import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAnswers } from '../../src/server/help/find-answers.ts';
import { installStarterContent } from '../../src/server/help/install-starter-content.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';

let database: TestDatabase;
let node: Node;

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  await installStarterContent(node.deps);
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const answerTo = (question: string, locale: 'en' | 'zh-CN' = 'en') =>
  findAnswers(node.deps, { question, locale, limit: 3 });

test('an answer names its article, how sure it is, how urgent, and the sentence', async () => {
  const answer = await answerTo('my account was hacked, I am locked out');
  expect(answer.hits).toHaveLength(3);
  expect(answer.hits[0]?.article.id).toMatch(/^account-/);
  expect(answer).toMatchObject({ fits: true, urgency: 'P1' });
  expect(answer.confidence).toBeGreaterThan(0.5);
  expect(answer.sentence).toMatch(/^\S.*[.!?]$/);
});

test('what no article answers does not fit and has no sentence', async () => {
  expect(await answerTo('zzzxqj')).toMatchObject({ hits: [], fits: false, confidence: 0, sentence: null });
});

test('within a topic only its articles are looked at', async () => {
  const { hits } = await findAnswers(node.deps, {
    question: '卡',
    locale: 'zh-CN',
    topic: 'cards',
    limit: 5,
  });
  expect(hits.length).toBeGreaterThan(2);
  expect(new Set(hits.map(({ article }) => article.topic))).toEqual(new Set(['cards']));
});
