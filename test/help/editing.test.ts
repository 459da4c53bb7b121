import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EditableArticle } from '../../src/contract/editing.ts';
import { publishDue } from '../../src/server/help/editing/publish-due.ts';
import { arrive, auditSince, Browser, type Person } from '../staff/cast.ts';
import { startNode } from '../support/node.ts';
import { begin, beginPublished, contentWith, type Desk, openDesk, url } from './desk.ts';

let desk: Desk;
let editor: Person;
let other: Person;
beforeAll(async () => {
  desk = await openDesk();
  editor = desk.editor;
  other = await arrive(desk.cast, 'supervisor');
});
afterAll(() => desk.close());

const customer = () => new Browser(desk.cast);
const asCustomer = (id: string) => customer().get(`/api/help/articles/${id}?lang=en`);
const codes = (answer: { status: number; body: { code: string } }) => [answer.status, answer.body.code];

async function save(person: Person, article: EditableArticle, title: string) {
  return person.browser.put(`${url}/${article.id}/draft`, {
    version: article.version,
    content: contentWith({}, title),
  });
}

describe('from draft to customer', () => {
  test('nobody reads a draft; once published everybody does, until it is changed and published again', async () => {
    const since = await auditSince(desk.cast);
    const draft = await begin(editor, 'gift-card');
    expect(draft).toMatchObject({ version: 1, stage: 'draft', live: false, hasChanges: true });
    expect((await asCustomer('gift-card')).status).toBe(404);

    const review = await editor.browser.put(`${url}/gift-card/review`, { version: 1, note: 'please' });
    expect(review.body).toMatchObject({ stage: 'review', version: 2, review: { by: { id: editor.id } } });
    const { body } = await other.browser.post(`${url}/gift-card/publish`, { version: 2 });
    expect(body).toMatchObject({ stage: 'published', live: true, hasChanges: false, review: null });
    const read = await asCustomer('gift-card');
    expect(read.body).toMatchObject({ title: 'About gift-card', locale: 'en', written: ['en'] });
    expect(read.body.html).toContain('<strong>Cards</strong>');

    const changed = await save(editor, body, 'Second title');
    expect(changed.body).toMatchObject({ stage: 'draft', live: true, hasChanges: true });
    expect((await asCustomer('gift-card')).body.title).toBe('About gift-card');
    await editor.browser.post(`${url}/gift-card/publish`, { version: changed.body.version });
    expect((await asCustomer('gift-card')).body.title).toBe('Second title');
    expect((await since()).map(({ action }) => action)).toEqual([
      'article.created',
      'article.submitted',
      'article.published',
      'article.changed',
      'article.published',
    ]);
  });

  test('a language that is missing falls back to the other, and says which it is', async () => {
    await beginPublished(editor, 'only-english');
    const { body } = await customer().get('/api/help/articles/only-english?lang=zh-CN');
    expect([body.locale, body.written]).toEqual(['en', ['en']]);
    const page = await customer().send('GET', '/help/cards/only-english?lang=zh-CN', undefined, {
      accept: 'text/html',
    });
    expect(page.body).toContain('lang="en"');
    expect(page.body).toContain('英文');
  });

  test('what is not complete is neither reviewed nor published, and every gap is named', async () => {
    const versions = { 'zh-CN': { ...contentWith().versions.en, title: '', answer: '' }, en: null } as never;
    await begin(editor, 'half-written', { versions });
    for (const [method, path] of [
      ['PUT', 'review'],
      ['POST', 'publish'],
    ] as const) {
      const answer = await editor.browser.send(method, `${url}/half-written/${path}`, { version: 1 });
      expect(answer.status).toBe(400);
      expect(answer.body.fields.map(({ path }: { path: string }) => path)).toEqual([
        'content.versions.zh-CN.title',
        'content.versions.zh-CN.answer',
      ]);
    }
    await begin(editor, 'not-written', { versions: { 'zh-CN': null, en: null } });
    const answer = await editor.browser.post(`${url}/not-written/publish`, { version: 1 });
    expect(answer.body.fields[0].path).toBe('content.versions');
  });

  test('what is given back says why', async () => {
    await begin(editor, 'given-back');
    await editor.browser.put(`${url}/given-back/review`, { version: 1 });
    const { body } = await other.browser.send('DELETE', `${url}/given-back/review`, {
      version: 2,
      note: 'Name the button',
    });
    expect(body).toMatchObject({ stage: 'draft', review: null });
    const { rows } = (await editor.browser.get(`${url}/given-back/revisions`)).body;
    expect(rows[0]).toMatchObject({ why: 'returned', note: 'Name the button', by: { id: other.id } });
  });
});

describe('two people', () => {
  test('the second to save is told who was faster and when, and nothing of either is lost', async () => {
    const article = await begin(editor, 'contested');
    const theirs = await save(other, article, 'Theirs');
    expect(theirs.status).toBe(200);
    const mine = await save(editor, article, 'Mine');
    expect(codes(mine)).toEqual([409, 'edited-meanwhile']);
    expect(mine.body.title).toContain(theirs.body.changed.by.name);
    expect(mine.body.title).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d/);

    const again = await save(editor, theirs.body, 'Mine, on top');
    expect(again.body).toMatchObject({ version: 3, changed: { by: { id: editor.id } } });
    const { rows } = (await editor.browser.get(`${url}/contested/revisions`)).body;
    expect(rows[0]).toMatchObject({ why: 'handed-over', by: { id: other.id } });
    const kept = await editor.browser.get(`${url}/contested/revisions/${rows[0].number}`);
    expect(kept.body.content.versions.en.title).toBe('Theirs');
  });

  test('of many who save at once on one version exactly one succeeds', async () => {
    const article = await begin(editor, 'rushed');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => save(i % 2 ? editor : other, article, `Title ${i}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
  });

  test('every other step asks for the version, too', async () => {
    const article = await begin(editor, 'stepped');
    await save(editor, article, 'Newer');
    const steps: ['PUT' | 'POST' | 'DELETE', string, object][] = [
      ['PUT', 'review', {}],
      ['DELETE', 'review', {}],
      ['POST', 'publish', {}],
      ['PUT', 'schedule', { for: '2099-01-01T00:00:00Z' }],
      ['DELETE', 'schedule', {}],
      ['PUT', 'archive', {}],
      ['POST', 'rename', { id: 'stepped-on' }],
      ['POST', 'revisions', {}],
      ['POST', 'restore', { revision: 1 }],
    ];
    for (const [method, path, body] of steps) {
      const answer = await other.browser.send(method, `${url}/stepped/${path}`, { version: 1, ...body });
      expect([path, ...codes(answer)]).toEqual([path, 409, 'edited-meanwhile']);
    }
  });
});

describe('saving while one types', () => {
  test('a save whose answer was lost can be sent again', async () => {
    const article = await begin(editor, 'repeated');
    const first = await save(editor, article, 'Typed');
    const second = await save(editor, article, 'Typed');
    expect([second.status, second.body.version]).toEqual([200, first.body.version]);
  });

  test('many saves are one line in the audit; after a pause comes another', async () => {
    let article = await begin(editor, 'typed');
    const since = await auditSince(desk.cast);
    for (const title of ['T', 'Ty', 'Typ']) article = (await save(editor, article, title)).body;
    expect((await since()).map(({ action }) => action)).toEqual(['article.changed']);
    desk.cast.later(11 * 60);
    await save(editor, article, 'Typed on');
    expect(await since()).toHaveLength(2);
  });
});

describe('revisions', () => {
  test('are kept, read and restored, and a restore loses nothing', async () => {
    let article = await beginPublished(editor, 'restored');
    article = (await save(editor, article, 'Not kept yet')).body;
    const restored = await editor.browser.post(`${url}/restored/restore`, {
      version: article.version,
      revision: 1,
    });
    expect(restored.body.content.versions.en.title).toBe('About restored');
    const { rows } = (await editor.browser.get(`${url}/restored/revisions`)).body;
    expect(rows.map(({ why }: { why: string }) => why)).toEqual(['restored', 'kept', 'created']);
    expect(rows.map(({ live }: { live: boolean }) => live)).toEqual([false, false, true]);
    const lost = await editor.browser.get(`${url}/restored/revisions/${rows[1].number}`);
    expect(lost.body.content.versions.en.title).toBe('Not kept yet');
    expect(
      (await editor.browser.post(`${url}/restored/restore`, { version: restored.body.version, revision: 99 }))
        .status,
    ).toBe(404);
  });
});

describe('publication later', () => {
  const soon = (seconds: number) =>
    new Date(desk.cast.centre.deps.clock.now().getTime() + seconds * 1000).toISOString();

  test('the text as it was scheduled goes out at its time, once, however many nodes look', async () => {
    const article = await begin(editor, 'timed');
    const scheduled = await editor.browser.put(`${url}/timed/schedule`, { version: 1, for: soon(60) });
    expect(scheduled.body).toMatchObject({ stage: 'scheduled', live: false, scheduled: { revision: 1 } });
    const written = await save(editor, { ...article, version: 2 }, 'Written meanwhile');
    expect(written.status).toBe(200);
    const { deps } = desk.cast.centre;
    expect(await publishDue(deps)).toBe(0);
    desk.cast.later(61);
    const since = await auditSince(desk.cast);
    const published = await Promise.all(Array.from({ length: 5 }, () => publishDue(deps)));
    expect(published.reduce((sum, n) => sum + n)).toBe(1);
    expect(await since()).toMatchObject([{ action: 'article.published', subject_id: 'timed' }]);
    expect((await asCustomer('timed')).body.title).toBe('About timed');
    // Whoever was writing goes on from where they were.
    const now = (await editor.browser.get(`${url}/timed`)).body;
    expect(now).toMatchObject({ version: 3, stage: 'draft', live: true, hasChanges: true, scheduled: null });
    expect((await save(editor, now, 'And on')).status).toBe(200);
  });

  test('a server that was down at the time publishes when it comes up', async () => {
    await begin(editor, 'overslept');
    await editor.browser.put(`${url}/overslept/schedule`, { version: 1, for: soon(60) });
    await desk.cast.database.sql`
      update article_drafts set due_at = now() - interval '1 hour' where article_id = 'overslept'`;
    const node = await startNode(desk.cast.database.url);
    const status = async () => (await fetch(`${node.url}/api/help/articles/overslept`)).status;
    await expect.poll(status, { timeout: 10_000 }).toBe(200);
    await node.stop();
  });

  test('can be taken back, and cannot lie in the past', async () => {
    await begin(editor, 'taken-back');
    const past = await editor.browser.put(`${url}/taken-back/schedule`, { version: 1, for: soon(-1) });
    expect([past.status, past.body.fields[0].path]).toEqual([400, 'for']);
    await editor.browser.put(`${url}/taken-back/schedule`, { version: 1, for: soon(60) });
    const { body } = await editor.browser.send('DELETE', `${url}/taken-back/schedule`, { version: 2 });
    expect(body).toMatchObject({ stage: 'draft', scheduled: null });
    desk.cast.later(61);
    expect(await publishDue(desk.cast.centre.deps)).toBe(0);
  });
});

describe('old links', () => {
  const page = (path: string) => customer().send('GET', path, undefined, { accept: 'text/html' });

  test('a renamed article is found under every name it had', async () => {
    await beginPublished(editor, 'name-one');
    await editor.browser.post(`${url}/name-one/rename`, { version: 2, id: 'name-two' });
    const { body } = await editor.browser.post(`${url}/name-two/rename`, { version: 3, id: 'name-three' });
    expect(body.formerIds).toEqual(['name-one', 'name-two']);
    for (const old of ['name-one', 'name-two']) {
      const answer = await page(`/help/cards/${old}`);
      expect([answer.status, answer.headers.location]).toEqual([301, '/help/cards/name-three']);
      const api = await asCustomer(old);
      expect([api.status, api.headers.location]).toEqual([301, '/api/help/articles/name-three?lang=en']);
    }
    const taken = await editor.browser.post(url, { id: 'name-one', content: contentWith() });
    expect(codes(taken)).toEqual([409, 'article-id-taken']);
    const back = await editor.browser.post(`${url}/name-three/rename`, { version: 4, id: 'name-one' });
    expect(back.body.formerIds.sort()).toEqual(['name-three', 'name-two']);
    expect((await page('/help/cards/name-one')).status).toBe(200);
  });

  test('an archived article leads to its replacement, or to a page that says so and searches', async () => {
    await beginPublished(editor, 'the-heir');
    await beginPublished(editor, 'the-old');
    const nobody = await editor.browser.put(`${url}/the-old/archive`, { version: 2, replacement: 'nobody' });
    expect([nobody.status, nobody.body.fields[0].path]).toEqual([400, 'replacement']);
    const { body } = await editor.browser.put(`${url}/the-old/archive`, {
      version: 2,
      replacement: 'the-heir',
    });
    expect(body).toMatchObject({ stage: 'archived', live: false, archived: { replacement: 'the-heir' } });
    const moved = await page('/help/cards/the-old?q=gift');
    expect([moved.status, moved.headers.location]).toEqual([301, '/help/cards/the-heir?q=gift']);

    await editor.browser.put(`${url}/the-heir/archive`, { version: 2 });
    const gone = await page('/help/cards/the-old');
    expect(gone.status).toBe(410);
    expect(gone.body).toContain('value="About the-old"');

    expect(codes(await save(editor, { ...body, version: 3 }, 'No'))).toEqual([409, 'article-archived']);
    const back = await editor.browser.send('DELETE', `${url}/the-old/archive`, { version: 3 });
    expect(back.body).toMatchObject({ stage: 'draft', live: false, archived: null });
  });
});

test('terms of an article are explained beside it, unless they are where it uses them', async () => {
  const terms = ['refund', 'chargeback', 'no-such-term'];
  const en = { ...contentWith().versions.en, body: 'A refund comes back by itself.' } as never;
  const { version } = await begin(editor, 'with-terms', { terms, versions: { 'zh-CN': null, en } });
  await editor.browser.post(`${url}/with-terms/publish`, { version });
  const page = await customer().send('GET', '/help/cards/with-terms?lang=en', undefined, {
    accept: 'text/html',
  });
  const beside = /Terms, explained<\/h2>([\s\S]*?)<\/section>/.exec(page.body)?.[1] ?? '';
  const linked = [...beside.matchAll(/glossary#([a-z-]+)/g)].map(([, id]) => id);
  expect(linked).toEqual(['chargeback']);
});

describe('the preview', () => {
  const preview = async (id: string, locale: string, over = {}) =>
    (await editor.browser.post(`${url}/${id}/preview`, { locale, content: contentWith(over) })).body.html;
  const still = (page: string) => page.replace(/[?&]lang=en/g, '').replace(/\s+/g, ' ');

  test('is, to the letter, the page that customers are given once it is published', async () => {
    const article = await begin(editor, 'previewed', { related: ['card-declined', 'previewed'] });
    const shown = await editor.browser.post(`${url}/previewed/preview`, {
      locale: 'en',
      content: article.content,
    });
    await editor.browser.post(`${url}/previewed/publish`, { version: 1 });
    const page = await customer().send('GET', '/help/cards/previewed?lang=en', undefined, {
      accept: 'text/html',
    });
    expect(page.status).toBe(200);
    expect(still(shown.body.html)).toBe(still(page.body));
  });

  test('shows the other language, marked, where one is missing; and nothing where both are', async () => {
    expect(await preview('nowhere', 'zh-CN')).toContain('英文');
    expect(await preview('nowhere', 'en', { versions: { 'zh-CN': null, en: null } })).toBeNull();
  });

  test('is for who may read articles, keeps nothing, and refuses what a save would', async () => {
    expect((await editor.browser.get(`${url}/nowhere`)).status).toBe(404);
    const content = contentWith({ topic: 'No Slug' });
    const refused = await editor.browser.post(`${url}/nowhere/preview`, { locale: 'en', content });
    expect([refused.status, refused.body.fields[0].path]).toEqual([400, 'content.topic']);
    expect((await customer().post(`${url}/nowhere/preview`, {})).status).toBe(401);
  });
});

describe('the list', () => {
  test('pages through everything once, and counts what each stage has', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await editor.browser.get(`${url}?limit=7${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.rows.map(({ id }: { id: string }) => id));
      cursor = body.next;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    const { counts } = (await editor.browser.get(`${url}?limit=1`)).body;
    const { archived, ...used } = counts as Record<string, number>;
    expect(Object.values(used).reduce((sum, n) => sum + n)).toBe(seen.length);
    const { rows } = (await editor.browser.get(`${url}?stage=archived`)).body;
    expect(rows).toHaveLength(archived as number);
  });

  test('finds by title in either language, by id, topic and owner', async () => {
    const ids = async (query: string) =>
      (await editor.browser.get(`${url}?${query}`)).body.rows.map(({ id }: { id: string }) => id);
    expect(await ids(`q=${encodeURIComponent('同一笔被')}`)).toContain('charged-twice');
    expect(await ids('q=CHARGED-tw')).toEqual(['charged-twice']);
    expect(await ids('q=%25')).toEqual([]);
    expect((await ids('topic=cards&limit=200')).length).toBeGreaterThan(5);
    await begin(editor, 'owned', { ownerId: editor.id });
    expect(await ids(`owner=${editor.id}`)).toEqual(['owned']);
    const { rows } = (await editor.browser.get('/api/desk/content/owners')).body;
    expect(rows.map(({ id }: { id: string }) => id)).toContain(editor.id);
  });
});

test('narrows to a language, to what is missing in one, and to what is to be reviewed again', async () => {
  const ids = async (query: string) =>
    (await editor.browser.get(`${url}?q=narrow&${query}`)).body.rows
      .map(({ id }: { id: string }) => id)
      .sort();
  const old = { ...contentWith().versions.en, reviewedOn: '2020-01-01' } as never;
  await begin(editor, 'narrow-old', { versions: { 'zh-CN': null, en: old } });
  await begin(editor, 'narrow-new');
  expect(await ids('written=en')).toEqual(['narrow-new', 'narrow-old']);
  expect(await ids('written=zh-CN')).toEqual([]);
  expect(await ids('missing=zh-CN')).toEqual(['narrow-new', 'narrow-old']);
  expect(await ids('review=due')).toEqual(['narrow-old']);
});

test('steps take a reason, which stays with the revision', async () => {
  const { version } = await begin(editor, 'reasoned');
  await editor.browser.post(`${url}/reasoned/publish`, { version, note: 'New fees' });
  await editor.browser.put(`${url}/reasoned/archive`, { version: version + 1, note: 'Out of date' });
  const { rows } = (await editor.browser.get(`${url}/reasoned/revisions`)).body;
  expect(rows.map(({ why, note }: { why: string; note: string }) => [why, note])).toEqual([
    ['archived', 'Out of date'],
    ['published', 'New fees'],
    ['created', ''],
  ]);
});

const english = contentWith().versions.en;
const written = (over: object) => ({ versions: { 'zh-CN': null, en: { ...english, ...over } as never } });

test.each([
  ['an unknown topic', { topic: 'none' }, 'content.topic'],
  ['an unknown owner', { ownerId: '00000000-0000-4000-8000-000000000000' }, 'content.ownerId'],
  ['an unknown advice', { contact: 'robot' as never }, 'content.contact'],
  ['a body without end', written({ body: 'x'.repeat(100_001) }), 'content.versions.en.body'],
  ['a date that is none', written({ reviewedOn: 'soon' }), 'content.versions.en.reviewedOn'],
])('%s is refused', async (_what, over, field) => {
  const answer = await editor.browser.post(url, { id: 'refused', content: contentWith(over) });
  expect([answer.status, answer.body.fields?.[0].path]).toEqual([400, field]);
});

test('seniors write, editors publish, agents read', async () => {
  const [senior, agent] = [await arrive(desk.cast, 'senior'), await arrive(desk.cast, 'agent')];
  const article = await begin(senior, 'by-senior');
  expect((await senior.browser.post(`${url}/by-senior/publish`, { version: article.version })).status).toBe(
    403,
  );
  expect((await agent.browser.get(`${url}/by-senior`)).status).toBe(200);
  expect((await save(agent, article, 'No')).status).toBe(403);
});
