import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EditableArticle } from '../../src/contract/editing.ts';
import type { Decided, WritingNeeds } from '../../src/contract/questions.ts';
import { installStarterContent } from '../../src/server/help/install-starter-content.ts';
import { forgetOld } from '../../src/server/questions/forget-old.ts';
import { Visitor } from '../centre/visitor.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { type Person, staffMember, startedChat } from '../support/person.ts';

const ARTICLE = 'download-statement';
const NOWHERE = 'zebra umbrella violin';

let database: TestDatabase;
let node: Node;
let editor: Person & { id: string };
let agent: Person & { id: string };

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  await installStarterContent(node.deps);
  editor = await staffMember(database.sql, node.url, 'editor');
  agent = await staffMember(database.sql, node.url, 'agent');
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});
beforeEach(async () => {
  await database.sql`delete from unanswered_questions`;
  await database.sql`delete from article_reasons`;
  await database.sql`delete from article_votes`;
  await database.sql`delete from rate_limits`;
});

const needs = () => editor.get<WritingNeeds>('/api/desk/writing-needs');
const search = (q: string) => new Visitor(node.url, 'en').ask('GET', `/help?q=${encodeURIComponent(q)}`);
const texts = ({ unanswered }: WritingNeeds) =>
  unanswered.map(({ questions }) => questions.map(({ text }) => text));
const decide = (body: object, by: Person = editor) =>
  by.post<Decided>('/api/desk/unanswered-questions/decisions', body);
const idsOf = ({ unanswered }: WritingNeeds) =>
  unanswered.flatMap(({ questions }) => questions.map(({ id }) => id));
async function until(holds: (found: WritingNeeds) => boolean): Promise<WritingNeeds> {
  for (;;) {
    const found = await needs();
    if (holds(found)) return found;
  }
}

describe('what no article answers', () => {
  test('is kept from the search, counted, and put together by meaning', async () => {
    for (const q of [NOWHERE, 'Zebra umbrella violin?', 'violin umbrella zebra please', 'quokka marmalade'])
      expect((await search(q)).status).toBe(200);
    const found = await needs();
    expect(texts(found)).toEqual([['violin umbrella zebra please', NOWHERE], ['quokka marmalade']]);
    expect(found.unanswered.map(({ asked }) => asked)).toEqual([3, 1]);
  });

  test('is kept from the first message of a chat', async () => {
    await startedChat(node.url, NOWHERE);
    expect(texts(await needs())).toEqual([[NOWHERE]]);
  });

  test.each(['how do I download a statement', `${NOWHERE} 4111 1111 1111 1111`, `${NOWHERE} 20261128`])(
    'is not what an article answers, nor what says who asked: %s',
    async (question) => {
      await search(question);
      expect(await database.sql`select * from unanswered_questions`).toEqual([]);
    },
  );

  test('is left out once an article answers it', async () => {
    await search('glockenspiel rental insurance');
    expect(texts(await needs())).toHaveLength(1);
    const { content, version } = await editor.get<EditableArticle>(`/api/desk/articles/${ARTICLE}`);
    const text = content.versions.en;
    const similar = [...(text?.similar ?? []), 'glockenspiel rental insurance'];
    const versions = { ...content.versions, en: text && { ...text, similar } };
    await editor.put(`/api/desk/articles/${ARTICLE}/draft`, { version, content: { ...content, versions } });
    await editor.post(`/api/desk/articles/${ARTICLE}/publish`, { version: version + 1 });
    expect(texts(await until(({ unanswered }) => unanswered.length === 0))).toEqual([]);
  });

  test('is forgotten half a year after it was last asked', async () => {
    await search(NOWHERE);
    await search('quokka marmalade');
    await database.sql`
      update unanswered_questions set last_at = last_at - interval '181 days' where question = ${NOWHERE}`;
    expect(texts(await needs())).toEqual([['quokka marmalade']]);
    await forgetOld(node.deps);
    expect(await database.sql`select question from unanswered_questions`).toEqual([
      { question: 'quokka marmalade' },
    ]);
  });

  test('is kept at the pace of a person', async () => {
    const visitor = new Visitor(node.url, 'en');
    const words = [
      'ant',
      'bee',
      'cow',
      'doe',
      'elk',
      'fox',
      'gnu',
      'hen',
      'ibis',
      'jay',
      'koi',
      'lark',
      'mole',
    ];
    for (const word of [...words, 'newt', 'owl', 'pika', 'quail', 'rook'])
      expect((await visitor.ask('GET', `/help?q=${word}+umbrella+violin`)).status).toBe(200);
    const [row] = await database.sql<[{ n: number }]>`select count(*)::int as n from unanswered_questions`;
    expect(row.n).toBeLessThan(words.length + 5);
    expect(row.n).toBeGreaterThan(10);
  });
});

describe('an editor', () => {
  test('puts questions away and takes it back; two who do it at once do it once; asked again they wait again', async () => {
    await search(NOWHERE);
    const ids = idsOf(await needs());
    const body = { ids, decision: 'settled' };
    const decided = await Promise.all([decide(body), decide(body)]);
    expect(decided.map((one) => one.decided).sort()).toEqual([0, 1]);
    expect(texts(await needs())).toEqual([]);
    expect((await decide({ ids, decision: 'waiting' })).decided).toBe(1);
    await decide(body);
    await search(NOWHERE);
    expect(texts(await needs())).toEqual([[NOWHERE]]);
    const lines = await database.sql`select action from audit where action like 'questions.%' order by id`;
    expect(lines.map(({ action }) => action)).toEqual([
      'questions.put-away',
      'questions.brought-back',
      'questions.put-away',
    ]);
  });

  test('gives them to the article that answers them after all', async () => {
    await search(NOWHERE);
    const ids = idsOf(await needs());
    const refused = await editor.ask('POST', '/api/desk/unanswered-questions/decisions', {
      ids,
      decision: 'settled',
      articleId: 'no-such-article',
    });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ fields: [{ path: 'articleId' }] });
    expect(idsOf(await needs())).toEqual(ids);
    const given = await decide({ ids, decision: 'settled', articleId: ARTICLE });
    expect(given).toEqual({ decided: 1, published: [ARTICLE], drafted: [] });
    const { content } = await editor.get<EditableArticle>(`/api/desk/articles/${ARTICLE}`);
    expect(content.versions.en?.similar).toContain(NOWHERE);
  });

  test('has to be one', async () => {
    expect((await agent.ask('GET', '/api/desk/writing-needs')).status).toBe(403);
    const body = { ids: [1], decision: 'settled' };
    expect((await agent.ask('POST', '/api/desk/unanswered-questions/decisions', body)).status).toBe(403);
  });

  test.each([
    [{ ids: [], decision: 'settled' }, 'ids'],
    [{ ids: [1], decision: 'accepted' }, 'decision'],
    [{ ids: [1], decision: 'settled', articleId: 'A B' }, 'articleId'],
  ])('is told what is wrong with %o', async (body, path) => {
    const answer = await editor.ask('POST', '/api/desk/unanswered-questions/decisions', body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ fields: [{ path }] });
  });
});

describe('an article that did not help', () => {
  const on = `/help/fees-statements/${ARTICLE}`;

  test('is named with votes, reasons, and what its readers had asked', async () => {
    const visitor = new Visitor(node.url, 'en');
    await visitor.send(`${on}/solved`, { solved: 'no', q: 'statement for my landlord' });
    await visitor.send(`${on}/why-not`, { why: 'case', q: 'statement for my landlord' });
    await visitor.send(`${on}/why-not`, { why: 'case', q: 'my landlord wants a statement' });
    await visitor.send(`${on}/why-not`, { why: 'unclear' });
    const { articles } = await needs();
    expect(articles).toMatchObject([
      {
        article: { id: ARTICLE },
        unsolved: 1,
        toPerson: 3,
        reasons: [
          { why: 'case', count: 2 },
          { why: 'unclear', count: 1 },
        ],
      },
    ]);
    expect(articles[0]?.groups.map((group) => group.map(({ text }) => text))).toEqual([
      ['my landlord wants a statement', 'statement for my landlord'],
    ]);
  });

  test('also where the automatic answer in a chat was it', async () => {
    const { customer, c } = await startedChat(node.url, 'where do I download a statement please');
    await customer.post(`/api/my/conversations/${c}/verdict`, { verdict: 'not-it' });
    const { articles } = await until((found) => found.articles.some(({ toPerson }) => toPerson > 0));
    expect(articles).toMatchObject([
      {
        toPerson: 1,
        reasons: [{ why: 'case', count: 1 }],
        groups: [[{ text: 'where do I download a statement please', why: 'case' }]],
      },
    ]);
  });
});

describe('an article made of an answer', () => {
  const seed = (c: string, seq: number, by: Person) =>
    by.ask('GET', `/api/desk/conversations/${c}/article-seed?seq=${seq}`);

  test('begins with the answer and the question, without who it was about', async () => {
    const senior = await staffMember(database.sql, node.url, 'senior');
    const { c } = await startedChat(node.url, 'can I pay for parking');
    const { seq } = await agent.post<{ seq: number }>(`/api/desk/conversations/${c}/messages`, {
      id: '0b0a6a54-6f0e-4c8e-9d3c-0d1f6f3e1a11',
      text: 'Yes, at every machine.\nYour receipt 20261128123 goes to wei@example.com.',
    });
    const answer = await seed(c, seq, senior);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      locale: 'en',
      body: 'Yes, at every machine.\n\nYour receipt … goes to ….',
      question: 'can I pay for parking',
    });
    expect((await seed(c, 1, senior)).status).toBe(404);
    expect((await seed(c, seq, agent)).status).toBe(403);
    expect((await seed(c, seq, editor)).status).toBe(403);
  });
});
