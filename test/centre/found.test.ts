import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales } from '../../src/contract/locale.ts';
import { installStarterContent } from '../../src/server/help/install-starter-content.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Visitor } from './visitor.ts';

let database: TestDatabase;
let node: Node;
let visitor: Visitor;
const article = '/help/payments/charged-twice';

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  await installStarterContent(node.deps);
  await database.sql`delete from article_versions where article_id = 'age-limit' and locale = 'en'`;
  visitor = new Visitor(node.url);
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

interface Thing {
  '@type': string;
  mainEntity?: { name: string; acceptedAnswer: { text: string } }[];
  itemListElement?: { position: number; name: string; item: string }[];
}

/** What a page says of itself to search engines, by kind. */
const thingsOn = async (path: string): Promise<Map<string, Thing>> => {
  const page = await visitor.read(path);
  const [, json = '{"@graph":[]}'] =
    /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page) ?? [];
  const { '@graph': things } = JSON.parse(json) as { '@graph': Thing[] };
  return new Map(things.map((thing) => [thing['@type'], thing]));
};

const linkOf = (page: string, rel: string): string[] =>
  [...page.matchAll(new RegExp(`<link rel="${rel}"[^>]* href="([^"]+)"`, 'g'))].map(([, href]) => href ?? '');

const property = (page: string, name: string): string | undefined =>
  new RegExp(`<meta property="${name}" content="([^"]*)">`).exec(page)?.[1];

describe('what search engines are told', () => {
  test('an article is a question with its answer, below its topic', async () => {
    const things = await thingsOn(`${article}?lang=en`);
    const [question] = things.get('FAQPage')?.mainEntity ?? [];
    expect(question?.name).toMatch(/charged twice/i);
    expect(question?.acceptedAnswer.text.length).toBeGreaterThan(20);
    expect(things.get('BreadcrumbList')?.itemListElement).toMatchObject([
      { position: 1, name: 'Home', item: `${node.url}/` },
      { position: 2, item: `${node.url}/help` },
      { position: 3, name: 'Payments', item: `${node.url}/help/payments` },
      { position: 4, name: question?.name, item: `${node.url}${article}` },
    ]);
  });

  test('a topic is all its questions', async () => {
    const { mainEntity = [] } = (await thingsOn('/help/cards')).get('FAQPage') ?? {};
    expect(mainEntity.length).toBeGreaterThan(3);
    expect((await thingsOn('/')).size).toBe(0);
    expect((await thingsOn('/help?q=card')).size).toBe(0);
  });

  test('no title can break out of the data', async () => {
    const hostile = '</script><script>alert(1)</script>';
    await database.sql`update article_versions set title = ${hostile}, answer = ${hostile} where article_id = 'fees-overview'`;
    await expect
      .poll(async () => (await thingsOn('/help/fees-statements/fees-overview')).get('FAQPage')?.mainEntity, {
        timeout: 5_000,
      })
      .toMatchObject([{ name: hostile, acceptedAnswer: { text: hostile } }]);
    expect(await visitor.read('/help/fees-statements/fees-overview')).not.toContain('<script>alert');
  });

  test.each(locales)('each language has an address of its own: %s', async (locale) => {
    const address = `${node.url}${article}?lang=${locale}`;
    const page = await new Visitor(node.url).read(`${article}?lang=${locale}&q=twice`);
    expect(linkOf(page, 'canonical')).toEqual([address]);
    expect(linkOf(page, 'alternate')).toEqual([
      `${node.url}${article}?lang=zh-CN`,
      `${node.url}${article}?lang=en`,
      `${node.url}${article}`,
    ]);
    expect(property(page, 'og:url')).toBe(address);
  });

  test('an article in one language only is found in that one', async () => {
    const path = '/help/verification-limits/age-limit';
    const page = await new Visitor(node.url).read(`${path}?lang=en`);
    expect(page).toMatch(/<html lang="en">[\s\S]*<article lang="zh-CN">/);
    expect(linkOf(page, 'canonical')).toEqual([`${node.url}${path}?lang=zh-CN`]);
    expect(linkOf(page, 'alternate')).toEqual([`${node.url}${path}?lang=zh-CN`, `${node.url}${path}`]);
  });
});

describe('where a link is passed on', () => {
  test('it shows title, answer and the mark', async () => {
    const page = await new Visitor(node.url).read(`${article}?lang=en`);
    expect(property(page, 'og:title')).toMatch(/charged twice/i);
    expect(property(page, 'og:description')?.length).toBeGreaterThan(20);
    expect(property(page, 'og:locale')).toBe('en_US');
    expect(property(page, 'og:image')).toBe(`${node.url}/share.png`);
  });

  test('the picture has the size that is promised', async () => {
    const answer = await visitor.ask('GET', '/share.png');
    expect(answer.headers.get('content-type')).toBe('image/png');
    const { width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([width, height]).toEqual([1200, 630]);
  });

  test('what is private shows nothing', async () => {
    for (const path of ['/my', '/chat', '/help?q=card'])
      expect(await visitor.read(path)).not.toMatch(/og:|canonical|ld\+json/);
  });
});

describe('the sitemap', () => {
  const addressesOf = (text: string) =>
    [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc ?? '');

  test('robots are told where it is', async () => {
    expect(await visitor.read('/robots.txt')).toContain(`Sitemap: ${node.url}/sitemap.xml`);
  });

  test('names every public page in every language it is written in, and each is there', async () => {
    const addresses = addressesOf(await visitor.read('/sitemap.xml'));
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses).toContain(`${node.url}${article}?lang=en`);
    expect(addresses.filter((address) => address.includes('/age-limit'))).toEqual([
      `${node.url}/help/verification-limits/age-limit?lang=zh-CN`,
    ]);
    for (const address of addresses) {
      const page = await new Visitor(node.url).read(address.slice(node.url.length));
      expect(linkOf(page, 'canonical'), address).toEqual([address]);
    }
  }, 60_000);

  test('an unchanged one costs no bytes; a change shows', async () => {
    const tag = (await visitor.ask('GET', '/sitemap.xml')).headers.get('etag') ?? '';
    const ask = () => visitor.ask('GET', '/sitemap.xml', { 'if-none-match': tag });
    expect((await ask()).status).toBe(304);
    await database.sql`update article_versions set reviewed_on = '2026-11-27' where article_id = 'charged-twice'`;
    await expect.poll(async () => (await ask()).status, { timeout: 5_000 }).toBe(200);
  });
});

test('an article that did not change costs no bytes; one that did is sent', async () => {
  const tag = (await visitor.ask('GET', article)).headers.get('etag') ?? '';
  const ask = () => visitor.ask('GET', article, { 'if-none-match': tag });
  const unchanged = await ask();
  expect(unchanged.status).toBe(304);
  expect(await unchanged.text()).toBe('');
  await database.sql`update article_versions set answer = 'New.' where article_id = 'charged-twice'`;
  await expect.poll(async () => (await ask()).status, { timeout: 5_000 }).toBe(200);
});
