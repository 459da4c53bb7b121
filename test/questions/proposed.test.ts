import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EditableArticle } from '../../src/contract/editing.ts';
import type { Answers } from '../../src/contract/help.ts';
import type { Decided, ProposedEffect, ProposedQuestions } from '../../src/contract/questions.ts';
import { installStarterContent } from '../../src/server/help/install-starter-content.ts';
import { Visitor } from '../centre/visitor.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { type Person, staffMember, startedChat } from '../support/person.ts';

const ARTICLE = 'download-statement';
const url = '/api/desk/proposed-questions';

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
  await database.sql`delete from proposed_questions`;
  await database.sql`delete from rate_limits`;
});

const proposed = () => editor.get<ProposedQuestions>(url);
const texts = ({ rows }: ProposedQuestions) =>
  rows.flatMap(({ groups }) => groups.flat().map(({ text }) => text));
const decide = (ids: number[], decision: string, by: Person = editor) =>
  by.post<Decided>(`${url}/decisions`, { ids, decision });
const idsOf = ({ rows }: ProposedQuestions) =>
  rows.flatMap(({ groups }) => groups.flat().map(({ id }) => id));
const say = (q: string) =>
  new Visitor(node.url, 'en').send(`/help/fees-statements/${ARTICLE}/solved`, { solved: 'yes', q });
/** Asked and solved on the page; the proposal stands when the answer has come. */
async function solved(...questions: string[]): Promise<ProposedQuestions> {
  for (const question of questions) expect((await say(question)).status).toBe(303);
  return proposed();
}
async function until(holds: (found: ProposedQuestions) => boolean): Promise<ProposedQuestions> {
  for (;;) {
    const found = await proposed();
    if (holds(found)) return found;
  }
}
const contentOf = async () => editor.get<EditableArticle>(`/api/desk/articles/${ARTICLE}`);

describe('a question is proposed', () => {
  test('when staff answered it with an article', async () => {
    const { customer, c } = await startedChat(node.url, 'hello there');
    await customer.post(`/api/my/conversations/${c}/messages`, {
      id: randomUUID(),
      text: 'I need my account movements on paper',
    });
    await agent.post(`/api/desk/conversations/${c}/messages`, {
      id: randomUUID(),
      text: `Here: https://x.example/help/fees-statements/${ARTICLE}?lang=en`,
    });
    const { rows } = await until((found) => found.rows.length > 0);
    expect(rows).toMatchObject([
      {
        article: { id: ARTICLE },
        groups: [[{ text: 'I need my account movements on paper', how: 'answered', asked: 1, locale: 'en' }]],
      },
    ]);
  });

  test('when the customer said that the automatic answer solved it', async () => {
    const { customer, c } = await startedChat(node.url, 'where do I download a statement please');
    await customer.post(`/api/my/conversations/${c}/verdict`, { verdict: 'solved' });
    const found = await until((now) => now.rows.length > 0);
    expect(texts(found)).toEqual(['where do I download a statement please']);
  });

  test('when a reader who searched says that the article solved it; asked again it is counted', async () => {
    const { rows } = await solved('get my bank paper', 'Get my bank paper!');
    expect(rows[0]?.groups).toMatchObject([[{ text: 'get my bank paper', asked: 2, how: 'solved' }]]);
  });

  test.each([
    'statement for card 4111 1111 1111 1111',
    'statement of order 20261128',
    'send it to wei@example.com',
    'my name is Wei, I need a statement',
    '我叫张伟, 需要对账单',
    'ok',
    'x'.repeat(180),
  ])('but not where it says who asked, or nothing: %s', async (question) => {
    expect((await solved(question)).waiting).toBe(0);
  });

  test('nor where the article is asked so already', async () => {
    const [similar = ''] = (await contentOf()).content.versions.en?.similar ?? [];
    expect((await solved(similar.toUpperCase())).waiting).toBe(0);
  });

  test('those that mean the same stand together', async () => {
    const { rows } = await solved(
      'get my bank paper',
      'what was charged last year in total',
      'get my bank paper now',
    );
    expect(rows[0]?.groups.map((group) => group.map(({ text }) => text))).toEqual([
      ['get my bank paper now', 'get my bank paper'],
      ['what was charged last year in total'],
    ]);
  });
});

describe('an editor', () => {
  test('accepts many at once: customers are found by them at once, and the next publish keeps them', async () => {
    const found = await solved('get my bank paper', 'print the yearly movements');
    expect(await decide(idsOf(found), 'accepted')).toEqual({ decided: 2, published: [ARTICLE], drafted: [] });
    expect(await proposed()).toEqual({ rows: [], waiting: 0 });
    const { content, hasChanges, version } = await contentOf();
    expect(hasChanges).toBe(false);
    expect(content.versions.en?.similar).toEqual(
      expect.arrayContaining(['get my bank paper', 'print the yearly movements']),
    );
    await editor.put(`/api/desk/articles/${ARTICLE}/draft`, {
      version,
      content: { ...content, position: 3 },
    });
    await editor.post(`/api/desk/articles/${ARTICLE}/publish`, { version: version + 1 });
    const answers = await editor.get<Answers>('/api/help/answers?q=get+my+bank+paper&lang=en');
    expect(answers.rows[0]?.id).toBe(ARTICLE);
  });

  test('does not publish what somebody else is writing', async () => {
    const before = await contentOf();
    const content = { ...before.content, position: before.content.position + 1 };
    await editor.put(`/api/desk/articles/${ARTICLE}/draft`, { version: before.version, content });
    const found = await solved('show all my bookings');
    expect(await decide(idsOf(found), 'accepted')).toEqual({ decided: 1, published: [], drafted: [ARTICLE] });
    const after = await contentOf();
    expect(after.hasChanges).toBe(true);
    expect(after.content.position).toBe(content.position);
    expect(after.content.versions.en?.similar).toContain('show all my bookings');
    await editor.post(`/api/desk/articles/${ARTICLE}/publish`, { version: after.version });
  });

  test('refuses, and takes it back; two who decide at once decide once', async () => {
    const ids = idsOf(await solved('get an official stamp'));
    const decided = await Promise.all([decide(ids, 'refused'), decide(ids, 'refused')]);
    expect(decided.map((one) => one.decided).sort()).toEqual([0, 1]);
    expect((await solved('get an official stamp')).waiting).toBe(0);
    expect((await decide(ids, 'waiting')).decided).toBe(1);
    expect((await proposed()).waiting).toBe(1);
    const lines = await database.sql`select action from audit where action like 'questions.%' order by id`;
    expect(lines.map(({ action }) => action)).toEqual(['questions.refused', 'questions.put-back']);
  });

  test('sees how many past questions find their article, before and after', { timeout: 40_000 }, async () => {
    expect(await editor.get<ProposedEffect>(`${url}/effect`)).toEqual({ effect: null });
    const words = ['paper', 'ledger', 'printout', 'scroll', 'folio'];
    await solved(...words.flatMap((word) => [`the ${word} of mine`, `mine is a ${word}`]));
    const { effect } = await editor.get<ProposedEffect>(`${url}/effect`);
    expect(effect?.questions).toBe(10);
    expect(effect?.after).toBeGreaterThan(effect?.before ?? 1);
  });

  test.each([
    [{ ids: [], decision: 'accepted' }, 'ids'],
    [{ ids: ['x'], decision: 'accepted' }, 'ids.0'],
    [{ ids: [1], decision: 'maybe' }, 'decision'],
  ])('is told what is wrong with %o', async (body, path) => {
    const answer = await editor.ask('POST', `${url}/decisions`, body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ fields: [{ path }] });
  });

  test('has to be one: an agent may not decide', async () => {
    expect((await agent.ask('GET', url)).status).toBe(403);
    expect((await agent.ask('POST', `${url}/decisions`, { ids: [1], decision: 'accepted' })).status).toBe(
      403,
    );
  });
});
