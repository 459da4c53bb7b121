import { afterAll, beforeAll, expect, test } from 'vitest';
import { errors } from '../../src/contract/errors.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Visitor, wordsOf } from './visitor.ts';

let database: TestDatabase;
let node: Node;
let visitor: Visitor;

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  visitor = new Visitor(node.url, 'en');
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

interface Description {
  openapi: string;
  paths: Record<string, Record<string, { summary?: string; tags?: string[] }>>;
}

const description = async () => (await (await visitor.ask('GET', '/api/openapi.json')).json()) as Description;

test('the API is described in OpenAPI 3.1, pages are not part of it', async () => {
  const { openapi, paths } = await description();
  expect(openapi).toMatch(/^3\.1/);
  expect(Object.keys(paths).length).toBeGreaterThan(30);
  expect(Object.keys(paths).filter((path) => !/^\/(api|files|\.well-known)\//.test(path))).toEqual([]);
});

test('every request of the API can be read about, under a group and with a summary', async () => {
  const [{ paths }, page] = await Promise.all([description(), visitor.read('/api/docs')]);
  for (const [path, methods] of Object.entries(paths)) {
    expect(page).toContain(`<code>${path}</code>`);
    for (const [method, { summary, tags }] of Object.entries(methods)) {
      expect(summary ?? '', `${method} ${path}`).not.toBe('');
      expect(tags ?? [], `${method} ${path}`).not.toEqual([]);
    }
  }
});

test('parameters, bodies and answers are shown with their limits', async () => {
  const words = wordsOf(await visitor.read('/api/docs'));
  expect(words).toContain('Search or list articles');
  expect(words).toContain('≤ 2000 characters');
  expect(words).toMatch(/message required object/);
});

test('every error is listed in both languages, where its problem details point to', async () => {
  const page = await visitor.read('/api/docs/errors');
  const words = wordsOf(page);
  for (const [code, entry] of Object.entries(errors)) {
    expect(page).toContain(`<tr id="${code}">`);
    expect(words).toContain(entry.en);
    expect(words).toContain(entry['zh-CN']);
  }
});
