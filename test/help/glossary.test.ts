import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EditableTerm, TermWords } from '../../src/contract/glossary.ts';
import { installStarterContent } from '../../src/server/help/install-starter-content.ts';
import { arrive, auditSince, Browser, type Person } from '../staff/cast.ts';
import { startNode } from '../support/node.ts';
import { beginPublished, contentWith, type Desk, openDesk } from './desk.ts';

const url = '/api/desk/glossary';
let desk: Desk;
let editor: Person;
let other: Person;
beforeAll(async () => {
  desk = await openDesk();
  editor = desk.editor;
  other = await arrive(desk.cast, 'supervisor');
});
afterAll(() => desk.close());

const wordsWith = (meaning: string, term = 'lucky gift'): TermWords => ({
  'zh-CN': { term: `拼手气${term}`, aliases: ['随机红包'], meaning: `解释 ${meaning}` },
  en: { term, aliases: ['random gift'], meaning },
});
const add = async (id: string, words = wordsWith('First.')): Promise<EditableTerm> => {
  const answer = await editor.browser.post(url, { id, words });
  expect(answer.status).toBe(201);
  return answer.body;
};
const customer = () => new Browser(desk.cast);
const shown = async (id: string): Promise<{ meaning: string } | undefined> => {
  const { body } = await customer().get('/api/help/glossary?lang=en');
  return body.rows.find((row: { id: string }) => row.id === id);
};
const read = async (path: string): Promise<string> =>
  (await customer().send('GET', path, undefined, { accept: 'text/html' })).body;
const codes = (answer: { status: number; body: { code: string } }) => [answer.status, answer.body.code];
const paths = (answer: { body: { fields: { path: string }[] } }) =>
  answer.body.fields.map(({ path }) => path);

describe('writing terms', () => {
  test('what is added, changed, archived and brought back customers see at once, with a line in the audit each', async () => {
    const since = await auditSince(desk.cast);
    const { version } = await add('shared-gift', wordsWith('First.', 'shared gift'));
    expect(version).toBe(1);
    expect(await shown('shared-gift')).toMatchObject({ term: 'shared gift', meaning: 'First.' });
    expect(await read('/help/glossary?lang=zh-CN')).toContain('解释 First.');

    const words = wordsWith('Second.', 'shared gift');
    const changed = await editor.browser.put(`${url}/shared-gift`, { version: 1, words });
    expect(changed.body).toMatchObject({ version: 2, words, changedBy: { id: editor.id } });
    expect(await shown('shared-gift')).toMatchObject({ meaning: 'Second.' });

    const archived = await editor.browser.put(`${url}/shared-gift/archive`, { version: 2 });
    expect(archived.body.archivedAt).not.toBeNull();
    expect(await shown('shared-gift')).toBeUndefined();
    await editor.browser.delete(`${url}/shared-gift/archive`, { version: 3 });
    expect(await shown('shared-gift')).toBeDefined();
    expect((await since()).map(({ action, subject_id }) => [action, subject_id])).toEqual(
      ['created', 'changed', 'archived', 'unarchived'].map((verb) => [`term.${verb}`, 'shared-gift']),
    );
  });

  test('two people do not write over each other: the later is told who was first, and finds that text in the list', async () => {
    await add('contested', wordsWith('First.', 'contested gift'));
    const theirs = wordsWith('Theirs.', 'contested gift');
    const mine = wordsWith('Mine.', 'contested gift');
    expect((await other.browser.put(`${url}/contested`, { version: 1, words: theirs })).status).toBe(200);
    const refused = await editor.browser.put(`${url}/contested`, { version: 1, words: mine });
    expect(codes(refused)).toEqual([409, 'term-edited-meanwhile']);
    const { body } = await editor.browser.get(url);
    const kept = body.rows.find(({ id }: EditableTerm) => id === 'contested');
    expect(kept).toMatchObject({ version: 2, words: theirs, changedBy: { id: other.id } });
    expect(refused.body.title).toContain(kept.changedBy.name);
    expect(codes(await editor.browser.put(`${url}/contested/archive`, { version: 1 }))).toEqual([
      409,
      'term-edited-meanwhile',
    ]);
    const both = [editor, other].map((each, i) =>
      each.browser.put(`${url}/contested`, { version: 2, words: wordsWith(`At once ${i}.`) }),
    );
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('a save whose answer was lost can be repeated, and leaves one line', async () => {
    await add('repeated', wordsWith('First.', 'repeated gift'));
    const since = await auditSince(desk.cast);
    const save = { version: 1, words: wordsWith('Second.', 'repeated gift') };
    await editor.browser.put(`${url}/repeated`, save);
    const again = await editor.browser.put(`${url}/repeated`, save);
    expect([again.status, again.body.version]).toEqual([200, 2]);
    expect(await since()).toHaveLength(1);
  });

  test('another node shows a change within a second', async () => {
    const node = await startNode(desk.cast.database.url);
    const there = async () => {
      const { rows } = await (await fetch(`${node.url}/api/help/glossary?lang=en`)).json();
      return rows.find(({ id }: { id: string }) => id === 'far')?.meaning;
    };
    expect(await there()).toBeUndefined();
    await add('far', wordsWith('Seen.', 'far gift'));
    await expect.poll(there, { timeout: 1_000, interval: 50 }).toBe('Seen.');
    await editor.browser.put(`${url}/far`, { version: 1, words: wordsWith('Changed.', 'far gift') });
    await expect.poll(there, { timeout: 1_000, interval: 50 }).toBe('Changed.');
    await node.stop();
  });
});

describe('where terms are used', () => {
  test('an article explains a new term, and no longer once it is archived', async () => {
    const versions = {
      'zh-CN': null,
      en: { ...contentWith().versions.en, body: 'Send a *zebra gift* today.' },
    };
    await editor.browser.post('/api/desk/articles', {
      id: 'zebra',
      content: contentWith({ versions } as never),
    });
    await editor.browser.post('/api/desk/articles/zebra/publish', { version: 1 });
    await add('zebra-gift', wordsWith('Striped.', 'zebra gift'));
    expect(await read('/help/cards/zebra?lang=en')).toContain('Striped.');
    await editor.browser.put(`${url}/zebra-gift/archive`, { version: 1 });
    expect(await read('/help/cards/zebra?lang=en')).not.toContain('Striped.');
  });

  test('markup in a term is text, on the page and in an article', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    await beginPublished(editor, 'marked-up');
    await add('marked', {
      'zh-CN': { term: `(${hostile}`, aliases: ['.*+?^$|()[]{}\\'], meaning: hostile },
      en: { term: 'Gift cards', aliases: [hostile, '[a'], meaning: `"'>${hostile}` },
    });
    for (const path of [
      '/help/glossary?lang=en',
      '/help/glossary?lang=zh-CN',
      '/help/cards/marked-up?lang=en',
    ])
      expect(await read(path), path).not.toContain('<img src=x');
    expect(await read('/help/cards/marked-up?lang=en')).toContain('&lt;img src=x');
  });
});

describe('what is refused', () => {
  const words = wordsWith('Fine.');
  const en = (part: object) => ({ ...words, en: { ...words.en, ...part } });
  test.each([
    ['an id that is no address', { id: 'No Slug', words }, 'id'],
    ['no term', { id: 'bad', words: en({ term: '  ' }) }, 'words.en.term'],
    ['no explanation', { id: 'bad', words: en({ meaning: '' }) }, 'words.en.meaning'],
    ['a language missing', { id: 'bad', words: { en: words.en } }, 'words.zh-CN'],
    ['an empty other spelling', { id: 'bad', words: en({ aliases: ['x', ''] }) }, 'words.en.aliases.1'],
    ['too much', { id: 'bad', words: en({ meaning: 'x'.repeat(601) }) }, 'words.en.meaning'],
    ['what the database cannot hold', { id: 'bad', words: en({ term: 'a\u0000' }) }, 'words.en.term'],
    ['half a character', { id: 'bad', words: en({ term: '\ud800' }) }, 'words.en.term'],
    [
      'a card number',
      { id: 'bad', words: en({ meaning: 'Mine is 4111 1111 1111 1111.' }) },
      'words.en.meaning',
    ],
  ])('%s', async (_, body, path) => {
    const since = await auditSince(desk.cast);
    const answer = await editor.browser.post(url, body);
    expect(codes(answer)).toEqual([400, 'invalid-input']);
    expect(paths(answer)).toContain(path);
    expect(await since()).toEqual([]);
    expect(await shown('bad')).toBeUndefined();
  });

  test('a card number is refused in a change too', async () => {
    await add('guarded', wordsWith('First.', 'guarded gift'));
    const secret = en({ aliases: ['4111 1111 1111 1111'] });
    const answer = await editor.browser.put(`${url}/guarded`, { version: 1, words: secret });
    expect([answer.status, paths(answer)]).toEqual([400, ['words.en.aliases.0']]);
    expect(await shown('guarded')).toMatchObject({ meaning: 'First.' });
  });

  test('an id that is taken, also by an archived term, and one that is not there', async () => {
    await add('taken', wordsWith('First.', 'taken gift'));
    await editor.browser.put(`${url}/taken/archive`, { version: 1 });
    expect(codes(await editor.browser.post(url, { id: 'taken', words }))).toEqual([409, 'term-exists']);
    expect(codes(await editor.browser.put(`${url}/never`, { version: 1, words }))).toEqual([
      404,
      'not-found',
    ]);
  });

  test('an agent reads it and writes nothing', async () => {
    const agent = await arrive(desk.cast, 'agent');
    expect((await agent.browser.get(url)).status).toBe(200);
    expect(codes(await agent.browser.post(url, { id: 'agents', words }))).toEqual([403, 'forbidden']);
  });
});

test('the starter terms come once: later starts bring nothing back and change nothing', async () => {
  const { version } = (await editor.browser.get(url)).body.rows.find(
    ({ id }: EditableTerm) => id === 'pending',
  );
  const mine = wordsWith('Ours.', 'pending');
  await editor.browser.put(`${url}/pending`, { version, words: mine });
  const before = (await editor.browser.get(url)).body.rows;
  await installStarterContent(desk.cast.centre.deps);
  expect((await editor.browser.get(url)).body.rows).toEqual(before);
});

test('a centre that had its starter content before there was a glossary is given one', async () => {
  const { sql } = desk.cast.database;
  await sql`delete from glossary_terms`;
  await installStarterContent(desk.cast.centre.deps);
  const [{ count }] = await sql<[{ count: number }]>`select count(*)::int from glossary_terms`;
  expect(count).toBeGreaterThanOrEqual(40);
});
