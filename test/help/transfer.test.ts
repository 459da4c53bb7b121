import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../src/contract/transfer.ts';
import { addPicture } from '../../src/server/help/pictures/add-picture.ts';
import { pack } from '../../src/server/help/transfer/zip.ts';
import { arrive, auditSince, Browser, type Person } from '../staff/cast.ts';
import { begin, beginPublished, contentWith, type Desk, openDesk, url } from './desk.ts';

let desk: Desk;
let editor: Person;
beforeAll(async () => {
  desk = await openDesk();
  editor = desk.editor;
});
afterAll(() => desk.close());

const at = '/api/desk/content';

async function exported(format: string): Promise<Buffer> {
  const answer = await desk.cast.centre.app.inject({
    method: 'GET',
    url: `${at}/export?format=${format}`,
    headers: { cookie: editor.browser.cookie },
  });
  expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([
    200,
    expect.stringMatching(new RegExp(`^attachment; filename="articles-\\d{4}-\\d\\d-\\d\\d\\.${format}"$`)),
  ]);
  return answer.rawPayload;
}

async function sent(person: Person, name: string, content: Buffer | string, query = '') {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  const request = new Request('http://desk.invalid', { method: 'POST', body: form });
  const answer = await desk.cast.centre.app.inject({
    method: 'POST',
    url: `${at}/import${query}`,
    headers: {
      'content-type': request.headers.get('content-type') ?? '',
      cookie: person.browser.cookie,
      'accept-language': 'en',
    },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: answer.statusCode, body: answer.json() };
}

const imported = async (name: string, content: Buffer | string, query = '?dryRun=false') =>
  (await sent(editor, name, content, query)).body as ImportReport;

const whole = (id: string, over: object = {}) => {
  const { versions, ownerId: _, ...settings } = contentWith({ related: [] });
  return { id, ...settings, versions: { en: versions.en }, ...over };
};
const fileOf = (...articles: object[]) => JSON.stringify({ articles }, null, 1);

/** Everything about articles that an import could change. */
const everything = () =>
  desk.cast.database.sql`select article_id, content, version, live_revision from article_drafts order by 1`;

describe.each(['zip', 'csv', 'json'])('as %s', (format) => {
  test('what was taken out and brought back changes nothing', async () => {
    await begin(editor, `owned-${format}`, { ownerId: editor.id });
    await begin(editor, `empty-${format}`, { versions: { 'zh-CN': null, en: null } });
    const file = await exported(format);
    const before = await everything();
    const report = await imported(`a.${format}`, file, '?dryRun=false&publish=true');
    expect(report).toMatchObject({ added: 0, changed: 0, refused: 0, rows: [] });
    expect(report.unchanged).toBeGreaterThan(50);
    expect(await everything()).toEqual(before);
  });

  test('what is missing in the centre comes back from it, word for word', async () => {
    const id = `returning-${format}`;
    await beginPublished(editor, id);
    const file = await exported(format);
    const content = (await editor.browser.get(`${url}/${id}`)).body.content;
    await desk.cast.database.sql`delete from articles where id = ${id}`;
    expect(await imported(`a.${format}`, file)).toMatchObject({ added: 1, changed: 0, refused: 0 });
    const { body } = await editor.browser.get(`${url}/${id}`);
    expect([body.content, body.stage, body.live]).toEqual([content, 'draft', false]);
  });
});

test('a dry run says what would happen, and nothing does', async () => {
  await begin(editor, 'dry');
  const file = fileOf(
    whole('dry', { contact: 'urgent' }),
    whole('dry-new'),
    whole('dry-bad', { topic: 'no' }),
  );
  const before = await everything();
  const report = await imported('a.json', file, '');
  expect(await everything()).toEqual(before);
  expect(report).toMatchObject({ dryRun: true, added: 1, changed: 1, unchanged: 0, refused: 1 });
  expect(report.rows.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['dry-bad', 'refused'],
    ['dry', 'changed'],
    ['dry-new', 'added'],
  ]);
  expect(report.rows[1]?.fields).toContain('contact');
  expect(report.rows[0]?.faults).toEqual([
    { source: '', line: expect.any(Number), field: 'topic', message: 'names a topic that does not exist' },
  ]);
});

test('good ones land, published when asked for; bad ones are named; one line tells of it all', async () => {
  const since = await auditSince(desk.cast);
  const file = fileOf(whole('landed'), whole('not-complete', { versions: { en: {} } }), {
    ...whole('no-words'),
    versions: { en: { ...contentWith().versions.en, answer: '' } },
  });
  const report = await imported('a.json', file, '?dryRun=false&publish=true');
  expect(report).toMatchObject({ added: 1, refused: 2 });
  const refused = report.rows.flatMap(({ id, faults }) => faults.map(({ field }) => [id, field]));
  expect(refused).toContainEqual(['no-words', 'content.versions.en.answer']);
  expect(refused).toContainEqual(['not-complete', 'versions.en.title']);
  expect((await new Browser(desk.cast).get('/api/help/articles/landed?lang=en')).status).toBe(200);
  expect((await editor.browser.get(`${url}/no-words`)).status).toBe(404);
  expect((await since()).map(({ action }) => action)).toEqual(['article.imported']);
  const { rows } = (await editor.browser.get(`${url}/landed/revisions`)).body;
  expect(rows[0]).toMatchObject({ why: 'imported', note: 'a.json', by: { id: editor.id } });
});

test('what somebody has not kept is kept before an import writes over it', async () => {
  const other = await arrive(desk.cast, 'supervisor');
  const article = await begin(other, 'half-typed');
  const content = contentWith({}, 'Typed by another');
  await other.browser.put(`${url}/half-typed/draft`, { version: article.version, content });
  await imported('a.json', fileOf(whole('half-typed')));
  const { rows } = (await editor.browser.get(`${url}/half-typed/revisions`)).body;
  expect(rows.map(({ why }: { why: string }) => why)).toEqual(['imported', 'handed-over', 'created']);
});

test('an archived article, a former name and an unknown owner are not taken for what they are not', async () => {
  const gone = await beginPublished(editor, 'gone');
  await editor.browser.put(`${url}/gone/archive`, { version: gone.version });
  const old = await beginPublished(editor, 'old-name');
  await editor.browser.post(`${url}/old-name/rename`, { version: old.version, id: 'new-name' });
  const file = fileOf(whole('gone'), whole('old-name'), whole('orphan', { owner: 'who@else.example' }));
  const { rows } = await imported('a.json', file);
  expect(rows.map(({ id, outcome, faults }) => [id, outcome, faults[0]?.field])).toEqual([
    ['gone', 'refused', 'id'],
    ['old-name', 'refused', 'id'],
    ['orphan', 'added', 'owner'],
  ]);
});

test('a language that a file does not hold stays as it is', async () => {
  const zh = { ...contentWith().versions.en, title: '礼品卡' } as never;
  await begin(editor, 'two-tongued', { versions: { ...contentWith().versions, 'zh-CN': zh } });
  await imported('a.json', fileOf(whole('two-tongued', { contact: 'person' })));
  const { content } = (await editor.browser.get(`${url}/two-tongued`)).body;
  expect([content.contact, content.versions['zh-CN'].title]).toEqual(['person', '礼品卡']);
});

test('who may write may import drafts, who may publish may publish them, nobody else', async () => {
  const [senior, agent] = [await arrive(desk.cast, 'senior'), await arrive(desk.cast, 'agent')];
  const file = fileOf(whole('by-senior'));
  expect((await sent(senior, 'a.json', file, '?dryRun=false&publish=true')).status).toBe(403);
  expect((await sent(senior, 'a.json', file, '?dryRun=false')).body.added).toBe(1);
  expect((await sent(agent, 'a.json', file)).status).toBe(403);
  expect((await agent.browser.get(`${at}/export`)).status).toBe(403);
  const odd = await sent(editor, 'a.docx', file);
  expect([odd.status, odd.body.fields[0].path]).toEqual([400, 'file']);
});

test('the command takes out and brings in what the page does', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'okpay-content-'));
  const file = join(folder, 'articles.json');
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['bin/content.ts', ...args], {
      env: { PATH: process.env.PATH, DATABASE_URL: desk.cast.database.url, DATA_DIR: folder },
      encoding: 'utf8',
    });
  expect(run('export', file).status).toBe(0);
  const { articles } = JSON.parse(readFileSync(file, 'utf8'));
  expect(articles.length).toBeGreaterThan(50);
  writeFileSync(file, fileOf(...articles, whole('by-command'), whole('refused', { contact: 'robot' })));
  const done = run('import', file, '--publish');
  expect(done.stdout).toMatch(/articles\.json:\d+ refused contact: /);
  expect(JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ added: 1, refused: 1 });
  expect(done.status).toBe(1);
  expect(run('export', join(folder, 'a.docx')).status).toBe(2);
  rmSync(folder, { recursive: true });
}, 60_000);

test('pictures travel in an archive: what is there stays, what is missing is drawn anew, what is none is named', async () => {
  const { database, centre } = desk.cast;
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0f766e' } })
    .png()
    .toBuffer();
  const { id, href } = await addPicture(centre.deps, null, png);
  const en = { ...contentWith().versions.en, body: `![The button](${href})` } as never;
  await begin(editor, 'travels', { versions: { 'zh-CN': null, en } });
  const archive = await exported('zip');
  expect(archive.includes(`pictures/${id}.png`)).toBe(true);

  // As in another centre, where neither is known.
  await database.sql`delete from article_pictures where id = ${id}`;
  await centre.deps.files.delete(id);
  const gone = await centre.app.inject({ method: 'GET', url: href });
  expect(gone.statusCode).toBe(404);
  expect(await imported('a.zip', archive, '?dryRun=true')).toMatchObject({ refused: 0 });
  expect((await centre.app.inject({ method: 'GET', url: href })).statusCode).toBe(404);
  expect(await imported('a.zip', archive)).toMatchObject({ added: 0, changed: 0, refused: 0 });
  const back = await centre.app.inject({ method: 'GET', url: href });
  expect([back.statusCode, back.headers['content-type']]).toEqual([200, 'image/png']);

  const other = '0b0a6a54-6f0e-4c8e-9d3c-0d1f6f3e1a11';
  const bad = await pack(
    (async function* () {
      yield { path: `pictures/${other}.png`, content: Buffer.from('<svg onload=alert(1)>') };
    })(),
  );
  const { rows, refused } = await imported('b.zip', bad);
  expect(refused).toBe(1);
  expect(rows[0]).toMatchObject({ source: `pictures/${other}.png`, faults: [{ field: 'picture' }] });
});
