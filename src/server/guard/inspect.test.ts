import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspect, passesLuhn } from './inspect.ts';

/** Digits with the check digit that makes them pass (ISO/IEC 7812-1). */
const card = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 18 })
  .map((digits) => digits.join(''))
  .map((body) => body + [...'0123456789'].find((last) => passesLuhn(body + last)));

test('a card number never stands in what is kept, however it is spaced', () => {
  fc.assert(
    fc.property(
      card,
      fc.constantFrom('', ' ', '-'),
      fc.nat({ max: 6 }),
      fc.constantFrom('', 'my card ', '卡号：'),
      (digits, gap, every, before) => {
        const written = every < 2 ? digits : (digits.match(new RegExp(`.{1,${every}}`, 'g')) ?? []).join(gap);
        const { text, removed } = inspect(`${before}${written} thanks`, 'en');
        expect(text.replace(/[ -]/g, '')).not.toContain(digits);
        expect(removed).toHaveLength(1);
        expect(text.slice(removed[0]?.start, removed[0]?.end)).toBe(`[card ••••${digits.slice(-4)}]`);
      },
    ),
  );
});

test('inspecting again changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), card), (text) => {
      const once = inspect(text, 'zh-CN').text;
      expect(inspect(once, 'zh-CN')).toEqual({ text: once, removed: [] });
    }),
  );
});

test('what is kept can be stored: well formed, without NUL', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const kept = inspect(text, 'en').text;
      expect(kept.isWellFormed()).toBe(true);
      expect(kept).not.toContain('\0');
    }),
  );
});

test.each([
  '+86 138 0013 8000',
  '2026-11-22 13:05:09',
  'TX2026112200017',
  '4111111111111112',
  '20261122130509',
  '1234567890',
])('leaves %s alone', (text) => {
  expect(inspect(text, 'en')).toEqual({ text, removed: [] });
});
