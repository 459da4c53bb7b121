import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termParts } from './term-parts.ts';

const term = (id: string, name: string, ...aliases: string[]) => ({ id, term: name, aliases, meaning: id });
const terms = [term('refund', 'refund', 'refunds'), term('lock', '账户锁定'), term('account', '账户')];
const marked = (text: string) =>
  termParts(text, terms)
    .map((part) => (typeof part === 'string' ? part : `[${part.term.id}:${part.words}]`))
    .join('');

test.each([
  ['A Refund, and refunds again; prerefund', 'A [refund:Refund], and refunds again; prerefund'],
  ['您的账户锁定了，账户安全', '您的[lock:账户锁定]了，[account:账户]安全'],
  ['', ''],
])('%s', (text, shown) => expect(marked(text)).toBe(shown));

test('the parts together are the text, and each term is marked once', () => {
  const piece = fc.constantFrom('refund', 'Refunds', '账户', '锁定', ' ', '\n', '.', 'x', '😀');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const parts = termParts(pieces.join(''), terms);
      expect(parts.map((part) => (typeof part === 'string' ? part : part.words)).join('')).toBe(
        pieces.join(''),
      );
      const ids = parts.flatMap((part) => (typeof part === 'string' ? [] : part.term.id));
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});
