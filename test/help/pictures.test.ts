import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrive, auditSince, Browser, type Person } from '../staff/cast.ts';
import { begin, contentWith, type Desk, openDesk, url } from './desk.ts';

let desk: Desk;
let editor: Person;
beforeAll(async () => {
  desk = await openDesk();
  editor = desk.editor;
});
afterAll(() => desk.close());

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0f766e' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'WHERE-IT-WAS-TAKEN' } })
    .toBuffer();

/** Sends a file as the desk's form does. */
async function send(person: Person, content: Buffer | string, name = 'a.jpg') {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  const request = new Request('http://desk.invalid', { method: 'POST', body: form });
  const answer = await desk.cast.centre.app.inject({
    method: 'POST',
    url: '/api/desk/pictures',
    headers: {
      'content-type': request.headers.get('content-type') ?? '',
      cookie: person.browser.cookie,
    },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: answer.statusCode, body: answer.json() };
}

const fetched = (href: string) => desk.cast.centre.app.inject({ method: 'GET', url: href });

test('a picture is drawn anew, no larger than a page needs, and everybody may keep it for good', async () => {
  const since = await auditSince(desk.cast);
  const { status, body } = await send(editor, await photo(3200, 1600));
  expect([status, body.width, body.height]).toEqual([201, 1600, 800]);
  expect(body.href).toMatch(/^\/pictures\/[0-9a-f-]{36}\/1600x800\.jpg$/);
  expect((await since()).map(({ action }) => action)).toEqual(['picture.added']);

  const answer = await fetched(body.href);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('image/jpeg');
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(answer.headers['content-security-policy']).toContain('sandbox');
  expect(answer.rawPayload.includes('WHERE-IT-WAS-TAKEN')).toBe(false);
  expect((await sharp(answer.rawPayload).metadata()).width).toBe(1600);
});

test('customers see it in the article, in the place kept for it', async () => {
  const { body: picture } = await send(editor, await photo(40, 30));
  const en = { ...contentWith().versions.en, body: `![The button](${picture.href})` } as never;
  const { version } = await begin(editor, 'pictured', { versions: { 'zh-CN': null, en } });
  await editor.browser.post(`${url}/pictured/publish`, { version });
  const page = await new Browser(desk.cast).send('GET', '/help/cards/pictured?lang=en', undefined, {
    accept: 'text/html',
  });
  expect(page.body).toContain(
    `<img src="${picture.href}" alt="The button" width="40" height="30" loading="lazy"`,
  );
});

test.each([
  ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
  ['a document', '%PDF-1.7\n%%EOF'],
  ['half a picture', '\u0089PNG\r\n'],
])('%s is refused', async (_what, content) => {
  expect((await send(editor, content)).body.code).toBe('file-type-refused');
});

test('only editors add pictures, and nobody finds one that is not there', async () => {
  const agent = await arrive(desk.cast, 'agent');
  expect((await send(agent, await photo(9, 9))).status).toBe(403);
  expect((await fetched('/pictures/00000000-0000-4000-8000-000000000000/1x1.png')).statusCode).toBe(404);
});

test('links that lead nowhere are named when they are saved, and found in the list until they are mended', async () => {
  const body = [
    '[gone](/help/cards/never-was) [fine](/help/cards/card-declined) [old](http://okpay.example/)',
    '[draft](/help/cards/not-yet) ![x](https://evil.example/a.png) [top](#section-a)',
  ].join('\n\n');
  await begin(editor, 'not-yet');
  const versions = { 'zh-CN': null, en: { ...contentWith().versions.en, body } as never };
  const article = await begin(editor, 'linking', { versions, related: ['card-declined', 'nobody'] });
  expect(article.findings).toEqual([
    { locale: 'en', kind: 'missing', subject: '/help/cards/never-was' },
    { locale: 'en', kind: 'no-address', subject: 'http://okpay.example/' },
    { locale: 'en', kind: 'unpublished', subject: '/help/cards/not-yet' },
    { locale: 'en', kind: 'foreign-picture', subject: 'https://evil.example/a.png' },
    { locale: null, kind: 'missing', subject: 'nobody' },
  ]);
  const broken = async () =>
    (await editor.browser.get(`${url}?links=broken`)).body.rows.map(({ id }: { id: string }) => id);
  expect(await broken()).toEqual(['linking']);
  const { body: mended } = await editor.browser.put(`${url}/linking/draft`, {
    version: article.version,
    content: contentWith(),
  });
  expect([mended.findings, await broken()]).toEqual([[], []]);
});

test('an article that is archived is found in those that link to it; a renamed one is still there', async () => {
  const target = await begin(editor, 'target');
  await editor.browser.post(`${url}/target/publish`, { version: target.version });
  await begin(editor, 'pointing', { related: ['target'] });
  const kinds = async () =>
    (await editor.browser.get(`${url}/pointing`)).body.findings.map(({ kind }: { kind: string }) => kind);
  await editor.browser.post(`${url}/target/rename`, { version: target.version + 1, id: 'target-two' });
  expect(await kinds()).toEqual([]);
  await editor.browser.put(`${url}/target-two/archive`, { version: target.version + 2 });
  expect(await kinds()).toEqual(['archived']);
});

test('the starter content leads nowhere wrong', async () => {
  const { rows } = (await editor.browser.get(`${url}?limit=200`)).body;
  const own = ['linking', 'pointing', 'pictured', 'not-yet', 'target-two'];
  const broken = rows.filter((row: { id: string; broken: boolean }) => row.broken && !own.includes(row.id));
  expect(broken.map(({ id }: { id: string }) => id)).toEqual([]);
});
