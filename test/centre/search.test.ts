import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Answers } from '../../src/contract/help.ts';
import { installStarterContent } from '../../src/server/help/install-starter-content.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Visitor, wordsOf } from './visitor.ts';

let database: TestDatabase;
let node: Node;
let visitor: Visitor;

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  await installStarterContent(node.deps);
  visitor = new Visitor(node.url);
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const ask = (query: Record<string, string>) =>
  visitor.ask('GET', `/api/help/answers?${new URLSearchParams(query)}`);
const answersTo = async (q: string, lang = 'en') => Answers.parse(await (await ask({ q, lang })).json());
const pageFor = (q: string, lang = 'en') =>
  new Visitor(node.url).read(`/help?${new URLSearchParams({ q, lang })}`);
const chatWith = (carried: Record<string, string>) =>
  `href="/chat?${new URLSearchParams(carried)}"`.replaceAll('&', '&amp;');

describe('asked by a program', () => {
  test('each article comes with the sentence that answers', async () => {
    const { rows, fits, urgency } = await answersTo('how do I download a statement');
    expect({ fits, urgency }).toEqual({ fits: true, urgency: 'normal' });
    expect(rows[0]?.id).toBe('download-statement');
    for (const { sentence } of rows) expect(sentence.length).toBeGreaterThan(5);
  });

  test('what no article answers is said to fit nothing', async () => {
    expect(await answersTo('zzzxqj')).toEqual({ rows: [], fits: false, confidence: 0, urgency: 'normal' });
  });

  test('the ranking of the starter content comes with the product and is not learned again', async () => {
    await answersTo('how do I download a statement');
    expect(existsSync(join(node.deps.config.dataDir, 'search'))).toBe(false);
  });

  test('an emergency is named as one', async () => {
    expect((await answersTo('someone hacked my account')).urgency).toBe('P1');
    expect((await answersTo('我的账户被盗了', 'zh-CN')).urgency).toBe('P1');
  });

  test.each([
    [{}, 'q'],
    [{ q: 'x'.repeat(2_001) }, 'q'],
    [{ q: 'x', limit: '21' }, 'limit'],
    [{ q: 'x', lang: 'fr' }, 'lang'],
    [{ q: 'x', topic: '../x' }, 'topic'],
  ])('refuses %o and names the field', async (query, path) => {
    const answer = await ask(query as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid-input', fields: [{ path }] });
  });
});

describe('asked on the page', () => {
  test('results show the answering sentence, then the way to a person with the question', async () => {
    const q = 'how do I download a statement';
    const [page, { rows }] = await Promise.all([pageFor(q), answersTo(q)]);
    expect(wordsOf(page).replace(/ (?=[,.])/g, '')).toContain(rows[0]?.title);
    expect(page.replace(/<\/?mark>/g, '')).toContain(rows[0]?.sentence.replaceAll("'", '&#39;'));
    expect(page.indexOf(chatWith({ q }))).toBeGreaterThan(page.indexOf('class="article-row"'));
    expect(page).not.toContain('class="urgent');
  });

  test.each(['someone stole my account', 'my card was stolen'])(
    'an emergency leads to a person above every result: %s',
    async (q) => {
      const page = await pageFor(q);
      const lane = page.indexOf(chatWith({ q, urgent: 'question' }));
      expect(lane).toBeGreaterThan(0);
      expect(lane).toBeLessThan(page.indexOf('class="article-row"'));
    },
  );

  test('missing money is offered a person before the articles', async () => {
    const q = 'my payment failed but money was taken';
    const page = await pageFor(q);
    expect(page.indexOf(chatWith({ q }))).toBeLessThan(page.indexOf('class="article-row"'));
    expect(page).toContain('class="article-row"');
  });

  test('what nothing fits leads to a person, whose chat begins with the question', async () => {
    expect(await pageFor('zzzxqj')).toContain(chatWith({ q: 'zzzxqj' }));
    const chat = await visitor.read('/chat?q=zzzxqj');
    expect(chat).toMatch(/id="chat-settings">[^<]*"question":"zzzxqj"/);
  });
});
