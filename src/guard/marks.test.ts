import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COVER, coverMarks } from './marks.ts';

/** What a mark is, said plainly; the search steps from dots to dots and must find the same. */
const marks = /\[[^[\]\n]{2,14} ••••(?:\d{4})?\]/g;
const piece = fc.constantFrom(
  '[',
  ']',
  ' ••••',
  '••••',
  '•',
  ' ',
  '\n',
  '1234',
  '12',
  '银行卡',
  'card',
  'a',
  '[card ••••1234]',
);

it('covers marks and nothing else, each character in its place', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join('');
      expect(coverMarks(text)).toBe(text.replace(marks, (mark) => COVER.repeat(mark.length)));
    }),
    { numRuns: 3000 },
  );
});
