import { describe, expect, it } from 'vitest';
import { catalogueFaults } from './compare.ts';
import { createI18n } from './i18n.ts';

const en = { hello: 'Hello {name}', files_one: '{count} file', files_other: '{count} files' };
const zh = { hello: '{name}，您好', files_other: '{count} 个文件' };

describe('createI18n', () => {
  it('fills values and chooses plural forms', () => {
    const i18n = createI18n(en, 'en');
    expect(i18n.t('hello', { name: 'Li $& Na' })).toBe('Hello Li $& Na');
    expect(i18n.t('files', { count: 1 })).toBe('1 file');
    expect(i18n.t('files', { count: 1200 })).toBe('1,200 files');
    expect(createI18n(zh, 'zh-CN').t('files', { count: 1 })).toBe('1 个文件');
  });

  it('names days as people do', () => {
    const now = new Date(2026, 10, 22, 12);
    const i18n = createI18n(en, 'en');
    expect(i18n.day(new Date(2026, 10, 22, 0, 1), now)).toBe('Today');
    expect(i18n.day(new Date(2026, 10, 21, 23, 59), now)).toBe('Yesterday');
    expect(i18n.day(new Date(2025, 0, 2), now)).toContain('2025');
    expect(createI18n(zh, 'zh-CN').day(new Date(2026, 10, 21), now)).toBe('昨天');
  });

  it('writes midnight as 00', () => {
    expect(createI18n(en, 'en').time(new Date(2026, 0, 1, 0, 5))).toBe('00:05');
  });
});

describe('catalogueFaults', () => {
  it('accepts languages with different plural forms', () => {
    expect(catalogueFaults(en, zh)).toEqual([]);
  });

  it('finds what is missing, empty, or asks for other values', () => {
    expect(catalogueFaults({ a: 'x', b: 'x', c: '{n}' }, { b: ' ', c: '{m}' })).toEqual([
      'a: missing in one language',
      'b: empty',
      'c: {values} differ',
    ]);
  });
});
