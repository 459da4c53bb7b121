import { describe, expect, test } from 'vitest';
import { checkDocument, insert, table } from '../../bin/checks/documents.ts';

const documents: Record<string, string> = {
  'docs/other.md': '# Life of a message\n',
  'README.md': '',
};

const check = (text: string): string[] =>
  checkDocument('docs/a.md', {
    files: new Set([...Object.keys(documents), 'src/server/main.ts', 'docs/a.md']),
    scripts: new Set(['demo']),
    readText: (path) => (path === 'docs/a.md' ? text : (documents[path] ?? '')),
  });

describe('the check of documents', () => {
  test('follows links, files and commands', () => {
    expect(
      check(
        '[o](other.md#life-of-a-message) [r](../README.md) [w](https://a.example) `src/server/` npm run demo',
      ),
    ).toEqual([]);
    expect(check('[o](others.md) [a](other.md#death) `src/server/gone.ts` `src/desk/` npm run dmeo')).toEqual(
      [
        'docs/a.md: the link to others.md leads nowhere',
        'docs/a.md: the link to other.md#death leads nowhere',
        'docs/a.md: there is no src/server/gone.ts',
        'docs/a.md: there is no src/desk/',
        'docs/a.md: there is no "npm run dmeo"',
      ],
    );
  });

  test('does not take an example for a promise', () => {
    expect(check('```\n[x](nowhere.md) `src/nowhere.ts`\n```\n`migrations/NNNN-name.sql`')).toEqual([]);
  });

  test('replaces the generated part and nothing else', () => {
    const part = { document: 'a.md', name: 'settings', content: table(['A'], [['x|y']]) };
    expect(insert('before\n<!-- settings -->\nold\n<!-- /settings -->\nafter', part)).toBe(
      'before\n<!-- settings -->\n| A |\n|---|\n| x\\|y |\n<!-- /settings -->\nafter',
    );
    expect(insert('no place', part)).toBeNull();
  });
});
