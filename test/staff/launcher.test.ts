import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPages } from '../../bin/pages.ts';
import { arrive, auditSince, type Cast, type Person, startCast } from './cast.ts';

let cast: Cast;
let admin: Person;
beforeAll(async () => {
  await buildPages();
  cast = await startCast();
  admin = await arrive(cast, 'admin');
}, 120_000);
afterAll(() => cast.close());

const url = '/api/desk/admin/launcher';
const get = (path: string, headers: Record<string, string> = {}) =>
  cast.centre.app.inject({ method: 'GET', url: path, headers: { accept: 'text/html', ...headers } });
const startChat = () =>
  cast.centre.app.inject({
    method: 'POST',
    url: '/api/my/conversations',
    headers: { origin: 'https://help.example' },
    payload: {
      id: crypto.randomUUID(),
      form: { name: 'Wei', email: 'wei@example.com', topic: null },
      locale: 'en',
      message: { id: crypto.randomUUID(), text: 'hello' },
    },
  });
const cookiesOf = ({ cookies }: Awaited<ReturnType<typeof startChat>>) =>
  cookies.map(({ name, sameSite, secure, httpOnly, ...rest }) => [
    name,
    sameSite,
    secure === true,
    httpOnly === true,
    'partitioned' in rest || 'Partitioned' in rest,
  ]);

describe('the sites that may show the centre', () => {
  test('are none at first: pages are framed by our own only, and one cookie is set', async () => {
    expect((await admin.browser.get(url)).body).toEqual({ sites: [] });
    const page = await get('/');
    expect(page.headers['content-security-policy']).toMatch(/frame-ancestors 'self'$/);
    expect(page.headers['x-frame-options']).toBe('SAMEORIGIN');
    const started = await startChat();
    expect(started.statusCode).toBe(201);
    expect(cookiesOf(started)).toEqual([['okpay_customer', 'Lax', true, true, false]]);
  });

  test('are set by an administrator, with a line in the audit', async () => {
    const since = await auditSince(cast);
    const sites = ['https://Shop.example/', 'http://127.0.0.1:8201', 'https://shop.example'];
    const answer = await admin.browser.put(url, { sites });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ sites: ['https://shop.example', 'http://127.0.0.1:8201'] });
    expect(await since()).toMatchObject([{ action: 'launcher.set', subject_id: 'launcher' }]);
    const supervisor = await arrive(cast, 'supervisor');
    expect((await supervisor.browser.put(url, { sites: [] })).status).toBe(403);
  });

  test('frame the pages of the centre, never the desk', async () => {
    for (const path of ['/', '/chat', '/my', '/nowhere']) {
      const { headers } = await get(path);
      expect(headers['content-security-policy'], path).toMatch(
        /frame-ancestors 'self' https:\/\/shop\.example http:\/\/127\.0\.0\.1:8201$/,
      );
      expect(headers['x-frame-options'], path).toBeUndefined();
    }
    const desk = await get('/desk');
    expect(desk.headers['content-security-policy']).toMatch(/frame-ancestors 'none'$/);
    expect(desk.headers['x-frame-options']).toBe('DENY');
  });

  test('there a customer is remembered by a cookie of that site alone', async () => {
    expect(cookiesOf(await startChat())).toEqual([
      ['okpay_customer_framed', 'None', true, true, true],
      ['okpay_customer', 'Lax', true, true, false],
    ]);
  });

  test('in a frame a page has the bar and the ways of the panel', async () => {
    const framed = await get('/', { 'sec-fetch-dest': 'iframe' });
    expect(framed.body).toContain('data-panel-close');
    expect(framed.body).not.toContain('site-header');
    expect(framed.headers.vary).toContain('Sec-Fetch-Dest');
    expect((await get('/')).body).not.toContain('data-panel-close');
  });

  test.each([
    [{ sites: ['shop.example'] }, 'sites.0'],
    [{ sites: ['https://shop.example/path'] }, 'sites.0'],
    [{ sites: ['https://*.example'] }, 'sites.0'],
    [{ sites: ["https://shop.example'; script-src *"] }, 'sites.0'],
    [{ sites: ['https://me:secret@shop.example'] }, 'sites.0'],
    [{ sites: ['javascript:alert(1)'] }, 'sites.0'],
    [{ sites: ['https://ok.example', 'https://a b.example'] }, 'sites.1'],
    [{ sites: Array.from({ length: 51 }, (_, i) => `https://s${i}.example`) }, 'sites'],
    [{}, 'sites'],
  ])('%j is refused', async (body, field) => {
    const before = (await admin.browser.get(url)).body;
    const answer = await admin.browser.put(url, body);
    expect(answer.status).toBe(400);
    expect(answer.body.fields.map(({ path }: { path: string }) => path)).toEqual([field]);
    expect((await admin.browser.get(url)).body).toEqual(before);
  });
});

describe('the launcher', () => {
  test.each(['v1.js', 'v1.mjs'])(
    '%s may be loaded by any site, and is asked for once an hour',
    async (name) => {
      const { statusCode, headers } = await get(`/launcher/${name}`);
      expect(statusCode).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'text/javascript; charset=utf-8',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
      });
      const again = await get(`/launcher/${name}`, { 'if-none-match': String(headers.etag) });
      expect(again.statusCode).toBe(304);
    },
  );

  test('has the colour of the brand', async () => {
    const { body: brand } = await admin.browser.get('/api/desk/admin/brand');
    await admin.browser.put('/api/desk/admin/brand', { ...brand, accent: '#7a1f5c' });
    const { body } = await get('/launcher/v1.js');
    expect(body).toContain('"#7a1f5c"');
    expect(body).not.toContain('__ACCENT__');
  });

  test('says its types', async () => {
    const { body } = await get('/launcher/v1.d.ts');
    expect(body).toMatch(/export interface SupportCentre \{[\s\S]*export declare function launch\(/);
  });

  test('is previewed with what was chosen, whatever that is', async () => {
    const chosen = await get('/launcher/preview?language=en&side=left&label=%22%3E%3Cscript%3E');
    expect(chosen.body).toContain(
      'data-language="en" data-side="left" data-label="&quot;&gt;&lt;script&gt;"',
    );
    expect((await get('/launcher/preview?side=up&language=fr')).body).toContain('data-side="right"');
    expect((await get('/launcher/v9.js')).statusCode).toBe(404);
  });
});
