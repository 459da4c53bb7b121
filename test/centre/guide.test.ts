import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Glossary } from '../../src/contract/glossary.ts';
import { openGuide } from '../../src/server/guide/guide.ts';
import { installStarterContent } from '../../src/server/help/install-starter-content.ts';
import { openLibrary } from '../../src/server/help/library.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Visitor, wordsOf } from './visitor.ts';

let database: TestDatabase;
let node: Node;
const visitor = (language: string): Visitor => new Visitor(node.url, language);

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  await installStarterContent(node.deps);
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const linksIn = (page: string): string[] =>
  [...page.matchAll(/<a class="guide-choice[^"]*" href="([^"]+)"/g)].map(([, href]) =>
    (href ?? '').replaceAll('&amp;', '&'),
  );

test.each(['zh-CN', 'en'])(
  'every path of the guide ends at an article or a person, in %s',
  async (language) => {
    const [guide, ends] = [visitor(language), new Set<string>()];
    const pages = new Set(['/help/start']);
    for (const path of pages) {
      const page = await guide.read(path);
      expect(page, path).toContain('href="/chat"');
      const links = linksIn(page);
      expect(links.length, path).toBeGreaterThanOrEqual(2);
      for (const link of links) (link.startsWith('/help/start/') ? pages : ends).add(link);
    }
    expect(pages.size).toBe((await openGuide()).steps.size);
    for (const link of ends) {
      if (!link.startsWith('/chat?')) await guide.read(link);
      else expect(new URLSearchParams(link.slice(6)).get('q'), link).toBeTruthy();
    }
  },
);

test('every article that the guide names is there', async () => {
  const [{ steps }, { byId }] = [await openGuide(), await openLibrary(node.deps)];
  for (const { choices } of steps.values())
    for (const { to } of choices) if ('article' in to) expect(byId.has(to.article), to.article).toBe(true);
});

test('where a person is the better way, the step says so before its answers', async () => {
  for (const step of ['account', 'payment', 'transfer']) {
    const page = await visitor('en').read(`/help/start/${step}`);
    expect(page.indexOf('class="advice"'), step).toBeGreaterThan(0);
    expect(page.indexOf('class="advice"'), step).toBeLessThan(page.indexOf('class="guide-choices"'));
  }
});

test('a step that is not there is not found', async () => {
  expect((await visitor('en').ask('GET', '/help/start/nowhere')).status).toBe(404);
});

test('the home page leads to the guide', async () => {
  expect(await visitor('zh-CN').read('/')).toContain('href="/help/start"');
});

test.each(['zh-CN', 'en'])(
  'the glossary explains at least forty terms, on its page and over the API, in %s',
  async (language) => {
    const answer = await visitor(language).ask('GET', '/api/help/glossary');
    const { rows } = (await answer.json()) as { rows: Glossary['rows'] };
    expect(rows.length).toBeGreaterThanOrEqual(40);
    const page = await visitor(language).read('/help/glossary');
    for (const { id, term, meaning } of rows) {
      expect(page, id).toContain(`id="${id}"`);
      expect(wordsOf(page), id).toContain(term);
      expect(wordsOf(page), id).toContain(meaning);
    }
  },
);

test('an article explains its terms where they are first used', async () => {
  const page = await visitor('zh-CN').read('/help/transfers/withdrawal-slow');
  const tapped = [...page.matchAll(/popovertarget="([^"]+)"/g)].map(([, id]) => id);
  expect(tapped.length).toBeGreaterThan(0);
  expect(new Set(tapped).size).toBe(tapped.length);
  for (const id of tapped) expect(page).toContain(`popover id="${id}"`);
});
