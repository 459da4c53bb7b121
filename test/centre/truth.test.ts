import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultBrand } from '../../src/contract/brand.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { staffMember } from '../support/person.ts';
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

test('the centre says that nobody is there, until an agent is', async () => {
  expect(wordsOf(await visitor.read('/contact'))).toContain('Away for a moment');
  const agent = await staffMember(database.sql, node.url, 'agent');
  const wire = await agent.connect();
  await agent.put('/api/desk/me/presence', { presence: 'online' });
  await expect.poll(async () => wordsOf(await visitor.read('/contact'))).toContain('an agent is here now');
  expect(await visitor.read('/')).toContain('data-on="yes"');
  wire.close();
});

test('no telephone number or address is invented', async () => {
  const page = await visitor.read('/contact');
  expect(page).not.toContain('href="tel:');
  expect(page).not.toContain('href="mailto:');
});

test('a brand shows on every page at once: name, colour, ways of contact', async () => {
  const admin = await staffMember(database.sql, node.url, 'admin');
  await admin.put('/api/desk/admin/brand', {
    ...defaultBrand,
    name: { 'zh-CN': '速付', en: 'Swift & Co <b>' },
    accent: '#1d4ed8',
    phones: [{ number: '400-555-0199', label: null }],
    emails: ['help@swift.example'],
    officialDomain: 'swift.example',
  });
  const page = await visitor.read('/contact');
  expect(page).toContain('Swift &amp; Co &lt;b&gt;');
  expect(page).toContain('href="tel:4005550199"');
  expect(page).toContain('href="mailto:help@swift.example"');
  expect(page).toContain('href="https://swift.example"');
  expect(page).toContain('href="/brand.css?accent=1d4ed8"');
  const style = await (await visitor.ask('GET', '/brand.css?accent=1d4ed8')).text();
  expect(style).toContain('--accent:#1d4ed8');
  expect(await (await visitor.ask('GET', '/favicon.svg')).text()).toContain('fill="#1d4ed8"');
});
