import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snippetOf, toTsquery, wantedBy, wordsOf } from './words.ts';

const holds = (text: string, question: string): boolean => {
  const words = wordsOf(text);
  return wantedBy(question).every(({ word, prefix }) =>
    words.some((w) => (prefix ? w.startsWith(word) : w === word)),
  );
};

test.each([
  ['我的付款失败了', '付', true],
  ['我的付款失败了', '付款失败', true],
  ['我的付款失败了', '失付', false],
  ['My payment failed', 'pay', true],
  ['My payment failed', 'failed payment', true],
  ['My payment failed', 'ailed', false],
  ['ＯＫＰａｙ 退款', 'okpay退款', true],
  ['Café', 'cafe', true],
  ['交易号 TX20261122', 'tx2026', true],
])('%s, asked for %s: %s', (text, question, expected) => {
  expect(holds(text, question)).toBe(expected);
});

test('every piece of a Chinese text finds it', () => {
  const han = fc.array(fc.constantFrom(...'付款失败退还到账银行卡锁'), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(han, fc.nat(), fc.nat(), (characters, a, b) => {
      const [from, to] = [a % characters.length, b % characters.length].sort((x, y) => x - y) as [
        number,
        number,
      ];
      expect(holds(characters.join(''), characters.slice(from, to + 1).join(''))).toBe(true);
    }),
  );
});

test('no question can break out of its tsquery', () => {
  fc.assert(
    // A radical that stands alone is Han, and a sign rather than a letter.
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('⺀')), (question) => {
      expect(toTsquery(wantedBy(question))).toMatch(/^('[\p{L}\p{N}\p{M}\p{Script=Han}_]+'(:\*)?( & |$))*$/u);
    }),
  );
});

test('a snippet shows the place and is never longer than asked', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (before, after) => {
      const snippet = snippetOf(`${before} needle ${after}`, ['needle']);
      expect(snippet.length).toBeLessThanOrEqual(162);
      expect(snippet.toLowerCase()).toContain('needle');
    }),
  );
});
