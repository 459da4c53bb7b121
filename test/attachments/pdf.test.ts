import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeReceipt } from '../../src/server/demo/files.ts';
import { aCustomer, type Cast, type Person, startCast, upload } from './cast.ts';

let folder: string;
let cast: Cast;
let li: Person;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'okpay-pdf-'));
  cast = await startCast(folder);
  li = await aCustomer(cast);
});
afterAll(async () => {
  await cast.close();
  rmSync(folder, { recursive: true, force: true });
});

const plain = makeReceipt('Receipt 2026112200017, 200.00 USD');
/** The receipt with more in its page or its catalogue; readers find objects in a file whose table is wrong. */
const withMore = (where: string, more: string, object = '') =>
  Buffer.from(
    plain
      .toString('latin1')
      .replace(where, where + more)
      .replace('xref\n', `${object}xref\n`),
    'latin1',
  );
const page = '/MediaBox[0 0 595 842]';
const note = '7 0 obj<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(card 4111 1111 1111 1111)>>endobj\n';
const field = '7 0 obj<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 99 9]/V(4111111111111111)>>endobj\n';
const title = '7 0 obj<</Title(4111 1111 1111 1111)>>endobj\n';
const embedded =
  '7 0 obj<</Type/Filespec/F(a.txt)/EF<</F 8 0 R>>>>endobj\n8 0 obj<</Type/EmbeddedFile/Length 2>>stream\nhi\nendstream endobj\n';
const encrypted =
  '7 0 obj<</Filter/Standard/V 1/R 2/O(12345678901234567890123456789012)/U(12345678901234567890123456789012)/P -4>>endobj\n';

const send = async (content: Buffer) => {
  cast.later(200_000);
  return upload(cast, li, content, 'receipt.pdf');
};
const kept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).length;

it('takes a PDF whose text holds no secret', async () => {
  expect((await send(plain)).statusCode).toBe(201);
});

it.each([
  ['the text of a page', makeReceipt('My card is 4111 1111 1111 1111'), 'card'],
  ['a password on a page', makeReceipt('login password: Tr0ub4dor&3'), 'password'],
  ['a comment', withMore(page, '/Annots[7 0 R]', note), 'card'],
  ['a field of a form', withMore(page, '/Annots[7 0 R]', field), 'card'],
  ['the title', withMore('/Root 1 0 R', '/Info 7 0 R', title), 'card'],
])('refuses a secret in %s, naming it and keeping nothing', async (_where, content, what) => {
  const before = kept();
  const answer = await send(content);
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'file-holds-secrets']);
  expect(answer.json().title).toContain(what);
  expect(answer.body).not.toContain('4111');
  expect(kept()).toBe(before);
});

it.each([
  ['encrypted', withMore('/Root 1 0 R', '/Encrypt 7 0 R/ID[<00><00>]', encrypted)],
  [
    'with files inside',
    withMore('/Type/Catalog', '/Names<</EmbeddedFiles<</Names[(a.txt) 7 0 R]>>>>', embedded),
  ],
  ['broken', Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')],
  [
    'of more pages than anybody sends',
    Buffer.from(
      plain.toString('latin1').replace('/Kids[3 0 R]/Count 1', `/Kids[${'3 0 R '.repeat(201)}]/Count 201`),
      'latin1',
    ),
  ],
])('refuses what it cannot read: %s', async (_how, content) => {
  const answer = await send(content);
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'file-not-inspected']);
});
