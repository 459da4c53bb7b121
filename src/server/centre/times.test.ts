import { describe, expect, test } from 'vitest';
import { dateText, isAllDay, momentText, periodsText, whenFrom, zoneName } from './times.ts';

const zone = 'Asia/Shanghai';
const now = new Date('2026-11-22T10:00:00Z'); // Sunday, 18:00 in Shanghai

describe('whenFrom', () => {
  test.each([
    ['2026-11-22T12:30:00Z', 'en', '20:30'],
    ['2026-11-22T16:30:00Z', 'en', 'Mon 00:30'],
    ['2026-11-23T01:00:00Z', 'zh-CN', '周一09:00'],
    ['2026-12-01T01:00:00Z', 'en', 'Dec 1, 09:00'],
  ] as const)('%s in %s is %s', (at, locale, text) => {
    expect(whenFrom(now, new Date(at), locale, zone)).toBe(text);
  });
});

test('opening hours of a day read as people write them', () => {
  const periods = [
    { opens: '09:00', closes: '12:00' },
    { opens: '13:30', closes: '21:00' },
  ];
  expect(periodsText(periods, 'en')).toBe('9:00–12:00, 13:30–21:00');
  expect(periodsText(periods, 'zh-CN')).toBe('9:00–12:00、13:30–21:00');
  expect(periodsText([], 'en')).toBeNull();
  expect(isAllDay([{ opens: '00:00', closes: '24:00' }])).toBe(true);
  expect(isAllDay(periods)).toBe(false);
});

test('dates do not shift with a time zone', () => {
  expect(dateText('2026-11-20', 'zh-CN')).toBe('2026年11月20日');
  expect(dateText('2026-11-20', 'en')).toBe('November 20, 2026');
});

test('a moment is a time today and a date before', () => {
  expect(momentText(now, new Date('2026-11-22T01:05:00Z'), 'en', zone)).toBe('09:05');
  expect(momentText(now, new Date('2026-11-20T01:05:00Z'), 'en', zone)).toBe('Nov 20, 2026');
});

test('a zone has a name', () => expect(zoneName(now, 'zh-CN', zone)).toBe('中国标准时间'));
