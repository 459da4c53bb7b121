import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emphasise } from './emphasise.ts';
import { escapeText } from './html.ts';

const plain = (markup: string): string => markup.replace(/<\/?mark>/g, '');

test('the words of the question are marked, whole and in any form', () => {
  expect(emphasise('Your refunds are late', 'refund').text).toBe('Your <mark>refunds</mark> are late');
  expect(emphasise('付款失败但钱被扣了', '付款失败').text).toBe('<mark>付款失败</mark>但钱被扣了');
  expect(emphasise('Nothing', '').text).toBe('Nothing');
});

test('marking changes nothing but the marks, whatever the text', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '<', '&', '"', '款', '付', 'refund', '1', '\u0301', '𠮷'),
  });
  fc.assert(
    fc.property(text, text, (title, question) => {
      expect(plain(emphasise(title, question).text)).toBe(escapeText(title));
    }),
  );
});
