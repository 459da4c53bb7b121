import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calmer } from './calmer.ts';
import { isHeated } from './heated.ts';

const openings = {
  'zh-CN': '这件事让我很着急，希望尽快解决。',
  en: 'I am upset about this and would like it solved soon.',
};

test.each([
  [
    'zh-CN' as const,
    '你们客服都是废物，我的钱三天没到账！',
    '这件事让我很着急，希望尽快解决。我的钱三天没到账！',
  ],
  ['zh-CN' as const, '他妈的到底什么时候到账？', '这件事让我很着急，希望尽快解决。到底什么时候到账？'],
  ['zh-CN' as const, '傻逼', '这件事让我很着急，希望尽快解决。'],
  [
    'en' as const,
    'You are useless. Where is my fucking refund?',
    'I am upset about this and would like it solved soon. Where is my refund?',
  ],
])('what happened stays, the insult goes, in %s: %s', (locale, text, wanted) =>
  expect(calmer(text, openings[locale])).toBe(wanted),
);

test('a clause with a number in it stays', () => {
  expect(calmer('idiots, you lost order 8841', openings.en)).toContain('8841');
  expect(calmer('你们这些蠢货弄丢了订单8841', openings['zh-CN'])).toContain('8841');
});

test('without numbers nothing that insults is left, and clauses that do not insult all stay', () => {
  const calm = fc.constantFrom('钱没到账', '我等了很久', 'my refund is late', 'nobody answers');
  const heated = fc.constantFrom('你们是废物', '去死', 'you are useless', 'shut up', 'what the fuck');
  fc.assert(
    fc.property(fc.array(fc.oneof(calm, heated), { minLength: 1, maxLength: 8 }), (clauses) => {
      const wording = calmer(clauses.join('. '), openings.en);
      expect(isHeated(wording)).toBe(false);
      for (const one of clauses.filter((part) => !isHeated(part))) expect(wording).toContain(one);
    }),
  );
});
