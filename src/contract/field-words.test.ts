import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldText, knowsPhrase } from './field-words.ts';

const root = join(import.meta.dirname, '../..');
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));

/** What schemas of the contract and `invalidField` say, as it stands in the code. */
function phrases(): string[] {
  const inSchemas = sources('src/contract').flatMap((text) => [
    ...text.matchAll(
      /(?:min|regex|refine|message:)[^'\n]*(?:\n\s*)?[^'\n]*'((?:must|is|one|the|an) [^']+)'/g,
    ),
  ]);
  const refused = sources('src/server').flatMap((text) => [
    ...text.matchAll(/invalidField\([^,]+, '([^']+)'\)/g),
  ]);
  return [...inSchemas, ...refused].map((match) => match[1] as string);
}

test('everything our own rules say of a field is said in Chinese, too', () => {
  const found = phrases();
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter((phrase) => !knowsPhrase(phrase))).toEqual([]);
});

const schema = z.object({
  name: z.string().min(1),
  mail: z.email(),
  age: z.int().max(9),
  kind: z.enum(['a']),
  gone: z.string(),
});

test.each([
  [
    'en',
    [
      'must not be empty',
      'must be an e-mail address',
      'must be at most 9',
      'is not one of the choices',
      'is missing',
    ],
  ],
  ['zh-CN', ['不能为空', '应为邮箱地址', '不能大于 9', '不在可选范围内', '不能缺少']],
] as const)('complaints are plain in %s', (locale, expected) => {
  const parsed = schema.safeParse({ name: '', mail: 'x', age: 10, kind: 'b' });
  const texts = parsed.error?.issues.map((issue) =>
    fieldText({ code: issue.code, message: issue.message, details: issue as never }, locale),
  );
  expect(texts).toEqual(expected);
});
