import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GlossaryTerm } from '../../contract/glossary.ts';
import { linkTerms } from './link-terms.ts';

const term = (id: string, name: string, ...aliases: string[]): GlossaryTerm => ({
  id,
  term: name,
  aliases,
  meaning: id,
});
const terms = [
  term('refund', 'refund', 'refunds'),
  term('lock', '账户锁定', '账户被锁'),
  term('account', '账户'),
  term('cvv', 'CVV'),
];
const link = (html: string) => linkTerms(html, terms, (id, words) => `[${id}:${words}]`);

test.each([
  ['<p>A refund, and Refunds again.</p>', '<p>A [refund:refund]\u2060, and Refunds again.</p>'],
  ['<p>prerefund refunded</p>', '<p>prerefund refunded</p>'],
  ['<p>您的账户锁定了，账户安全</p>', '<p>您的[lock:账户锁定]了，[account:账户]安全</p>'],
  ['<p>卡的cvv是</p>', '<p>卡的[cvv:cvv]是</p>'],
  ['<h2>Refund</h2><p>refund</p>', '<h2>Refund</h2><p>[refund:refund]</p>'],
  [
    '<p><a href="/refund">a <strong>refund</strong></a> refund</p>',
    '<p><a href="/refund">a <strong>refund</strong></a> [refund:refund]</p>',
  ],
  ['<p title="refund">x</p>', '<p title="refund">x</p>'],
])('%s', (html, linked) => expect(link(html).html).toBe(linked));

test('the terms are told in the order of their first use', () =>
  expect(link('<p>账户 CVV refund 账户</p>').used).toEqual(['account', 'cvv', 'refund']));

test('marks, and what keeps them on the line of a comma behind them, are all that is added, one for a term', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<a>',
    '</a>',
    '<code>',
    '</code>',
    'refund',
    '账户',
    '锁定',
    ' ',
    '&lt;',
    '<',
    'CVV',
    '。',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = pieces.join('');
      const { html: linked, used } = link(html);
      expect(linked.replace(/\[\w+:([^\]]*)\]\u2060?/g, '$1')).toBe(html);
      expect(linked.match(/\[\w+:/g) ?? []).toHaveLength(used.length);
      expect(new Set(used).size).toBe(used.length);
    }),
  );
});
