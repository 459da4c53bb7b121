import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales } from '../../src/contract/locale.ts';
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

const article = '/help/payments/charged-twice';
const paths = [
  ...['/', '/help', '/help/payments', '/help/account-security', article, `${article}?solved=no`],
  ...[
    '/help?q=card',
    '/help?q=zzzxqj',
    '/contact',
    '/check',
    '/check?q=evil.example',
    '/my',
    '/chat',
    '/chat?frame=1',
    '/api/docs',
    '/api/docs/errors',
  ],
];
const withLang = (path: string, locale: string) => `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`;

describe.each(locales)('in %s', (locale) => {
  test.each(paths)('%s is a whole page in that language', async (path) => {
    const page = await new Visitor(node.url).read(withLang(path, locale));
    expect(page).toContain(`<html lang="${locale}">`);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page.match(/<main /g)).toHaveLength(1);
    expect(page).toMatch(/<title>[^<]{3,}<\/title>/);
    if (!path.startsWith('/api/docs')) expect(wordsOf(page)).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
  });

  test.each(paths)('%s runs no inline script or style', async (path) => {
    const page = await new Visitor(node.url).read(withLang(path, locale));
    for (const [tag] of page.matchAll(/<script[^>]*>/g))
      expect(tag).toMatch(/ src="\/|type="application\/(ld\+)?json"/);
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\/(?!127\.0\.0\.1|localhost)/);
  });
});

test('a person is one tap away from every page', async () => {
  for (const path of paths.filter((path) => !path.startsWith('/chat'))) {
    expect(await visitor.read(path), path).toMatch(/<a class="chat-button" href="\/chat"/);
  }
});

test('the home page offers search, the urgent lane, six topics and the ways of contact', async () => {
  const page = await visitor.read('/');
  expect(page).toMatch(/<form class="search" role="search" action="\/help" method="get"/);
  for (const reason of ['locked', 'stolen', 'failed'])
    expect(page).toContain(`href="/chat?urgent=${reason}"`);
  expect(page.match(/class="tile"/g)).toHaveLength(6);
  expect(page).toContain('<a class="more" href="/help">');
  expect(page).toContain('data-way="chat"');
  expect(wordsOf(page)).toContain('不会索要您的密码');
});

test('a chosen language is kept', async () => {
  const guest = new Visitor(node.url, 'fr');
  expect(await guest.read('/')).toContain('<html lang="zh-CN">');
  expect(await guest.read('/?lang=en')).toContain('<html lang="en">');
  expect(await guest.read('/contact')).toContain('<html lang="en">');
  expect(await new Visitor(node.url, 'en-GB').read('/')).toContain('<html lang="en">');
});

test('each page names its other language for search engines', async () => {
  const page = await visitor.read('/contact');
  expect(page).toMatch(/<link rel="alternate" hreflang="en" href="http:\/\/[^"]+\/contact\?lang=en">/);
  expect(page).toMatch(/<link rel="canonical" href="http:\/\/[^"]+\/contact">/);
  expect(await visitor.read('/my')).toContain('<meta name="robots" content="noindex">');
});

test('an unchanged page costs no bytes; another language is another page', async () => {
  const first = await visitor.ask('GET', '/contact');
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
  const again = await visitor.ask('GET', '/contact', { 'if-none-match': `"x", ${tag}` });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  expect((await visitor.ask('GET', '/contact?lang=en', { 'if-none-match': tag })).status).toBe(200);
  await visitor.ask('GET', '/contact?lang=zh-CN');
});

test('HEAD answers like GET, without the page', async () => {
  const [head, get] = await Promise.all([visitor.ask('HEAD', article), visitor.ask('GET', article)]);
  expect(head.status).toBe(200);
  expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
  expect(await head.text()).toBe('');
  expect((await visitor.ask('HEAD', '/help/nothing')).status).toBe(404);
});

test('compressed pages are the same pages', async () => {
  const plain = await (await visitor.ask('GET', article, { 'accept-encoding': 'identity' })).text();
  for (const encoding of ['br', 'gzip']) {
    const response = await visitor.ask('GET', article, { 'accept-encoding': encoding });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(await response.text()).toBe(plain);
  }
  const refused = await visitor.ask('GET', article, { 'accept-encoding': 'br;q=0, gzip;q=0' });
  expect(refused.headers.get('content-encoding')).toBeNull();
});

test.each(['/nope', '/help/nope', '/help/payments/nope', '/help/payments/charged-twice/nope', '/%E4%BD%A0'])(
  '%s says that nothing is there, to people and to programs',
  async (path) => {
    const page = await visitor.ask('GET', path);
    expect(page.status).toBe(404);
    expect(wordsOf(await page.text())).toContain('没有找到这个页面');
    const problem = await visitor.ask('GET', path, { accept: 'application/json' });
    expect(problem.status).toBe(404);
    expect(await problem.json()).toMatchObject({ code: 'not-found', status: 404 });
  },
);

test('an unknown address of the API answers with problem details, whoever asks', async () => {
  const answer = await visitor.ask('GET', '/api/nope');
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
});

test('every answer carries the security headers', async () => {
  for (const path of ['/', '/nope', '/api/help/articles', '/favicon.svg']) {
    const { headers } = await visitor.ask('GET', path);
    expect(headers.get('content-security-policy'), path).toMatch(
      /script-src 'self';.*frame-ancestors '(none|self)'/,
    );
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBe('same-origin');
  }
});

test('pages of the centre may be framed by our own pages only, the desk and the API by none', async () => {
  const framed = await visitor.ask('GET', '/chat');
  expect(framed.headers.get('content-security-policy')).toMatch(/frame-ancestors 'self'$/);
  expect(framed.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  for (const path of ['/desk', '/api/help/articles'])
    expect((await visitor.ask('GET', path)).headers.get('x-frame-options'), path).toBe('DENY');
});

const hostile = [
  '"><script>alert(1)</script>',
  "' onmouseover=alert(1) x='",
  '</title><img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  'javascript:alert(1)',
  '\u0000\u202e\ud800',
  '{{constructor}}#{7*7}',
];

test.each(hostile)('the question %j is shown as text and nothing else', async (question) => {
  const query = new URLSearchParams({
    q: question,
    topic: question,
    why: question,
    article: question,
    urgent: question,
    c: question,
    solved: question,
    claimed: question,
  });
  for (const path of ['/help', article, '/chat', '/my', '/nope']) {
    const page = await (await visitor.ask('GET', `${path}?${query}`)).text();
    expect(page).not.toMatch(/<script>alert|<img src=x/);
    const bare = page.replace(/(?<==)"[^"]*"/g, '""');
    for (const [tag] of bare.matchAll(/<[a-z][^>]*>/g)) expect(tag).not.toMatch(/\son[a-z]+\s*=/);
    expect(page).not.toMatch(/(href|src|action)="\s*javascript:/i);
  }
});

test.each([
  '/help?q=a&q=b',
  '/help?q[]=a',
  '/help?q=%00',
  '/help?lang=xx&q=%F0%9F%98%80',
  '/?lang=en&lang=zh-CN',
])('%s is answered, however odd', async (path) => expect((await visitor.ask('GET', path)).status).toBe(200));

test('a very long question is cut, not refused', async () => {
  const page = await visitor.read(`/help?q=${'长'.repeat(700)}`);
  expect(page).toContain(`value="${'长'.repeat(200)}"`);
});

test('a page that fails says so in words, and shows nothing of the cause', async () => {
  await database.sql`alter table topics rename to topics_away`;
  const answer = await visitor.ask('GET', '/');
  await database.sql`alter table topics_away rename to topics`;
  const words = wordsOf(await answer.text());
  expect(answer.status).toBe(500);
  expect(words).toContain('出了点问题');
  expect(words).not.toMatch(/topics|relation|sql/i);
});
