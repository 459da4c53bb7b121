import { describe, expect, test } from 'vitest';
import { readWords } from '../../bin/checks/read-words.ts';
import { checkCatalogues, flatten } from '../../bin/checks/translations.ts';

const check = (zh: object, en: object, code: string): string[] =>
  checkCatalogues({
    folder: 'locales',
    zh: flatten(zh),
    en: flatten(en),
    spoken: [readWords('src/web/desk/a.tsx', code)],
  });

describe('the check of translations', () => {
  test('finds what is missing, empty, filled otherwise or never said', () => {
    const problems = check(
      { a: '甲', b: { c: '乙 {{n}}', d: '丙', e: '丁' } },
      { a: 'A', b: { c: 'B', e: ' ', f: 'F' } },
      "t('a'); t('b.c'); t('b.d'); t('b.f')",
    );
    expect(problems).toEqual([
      'locales: "b.d" is missing in en',
      'locales: "b.f" is missing in zh-CN',
      'locales: "b.e" is empty',
      'locales: "b.c" is filled with (n) in zh-CN, () in en',
      'locales: "b.e" is used nowhere',
    ]);
  });

  test('understands plurals and keys that are put together', () => {
    const zh = { left_other: '{{count}} 条', status: { open: '进行中', done: '已解决' } };
    const en = {
      left_one: '{{count}} left',
      left_other: '{{count}} left',
      status: { open: 'Open', done: 'Done' },
    };
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the code that is checked
    expect(check(zh, en, "t('left', { count }); t(`status.${state}`)")).toEqual([]);
  });

  test('does not let a template of holes excuse every key', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the code that is checked
    expect(check({ a: '甲' }, { a: 'A' }, 'const id = `${x}.${y}`;')).toEqual([
      'locales: "a" is used nowhere',
    ]);
  });

  test('hears words that are written into the page', () => {
    const { hardCoded } = readWords(
      'src/web/desk/a.tsx',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the code that is checked
      "// 注释 is fine\nconst a = <p title={'标题'}>Hello {name} · 3</p>;\nconst b = `第 ${n} 条`;",
    );
    expect(hardCoded).toEqual([
      { text: '标题', line: 2 },
      { text: 'Hello', line: 2 },
      { text: '第  条', line: 3 },
    ]);
  });
});
