import { expect, it } from 'vitest';
import { catalogueFaults } from '../../shared/i18n/compare.ts';
import en from './en.json' with { type: 'json' };
import zh from './zh-CN.json' with { type: 'json' };

it('says the same in both languages', () => {
  expect(catalogueFaults(en, zh)).toEqual([]);
});
