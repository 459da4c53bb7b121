import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Part } from '../../contract/redaction.ts';
import { withoutParts } from '../../contract/without-parts.ts';
import { chosenParts, shifted } from './parts.ts';

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
const partsOf = (length: number) =>
  fc.array(
    fc
      .tuple(fc.nat({ max: length - 1 }), fc.integer({ min: 1, max: length }))
      .filter(([start, end]) => start < end)
      .map(([start, end]): Part => ({ start, end })),
    { minLength: 1, maxLength: 6 },
  );
const cases = text.chain((whole) => partsOf(whole.length).map((parts) => ({ whole, parts })));

test('everything named is taken out, everything else is kept, and no character is cut in half', () => {
  fc.assert(
    fc.property(cases, ({ whole, parts }) => {
      const chosen = chosenParts(whole, parts);
      const left = withoutParts(whole, chosen, '\u0000');
      const pieces = left.split('\u0000');
      if (!whole.includes('\u0000')) expect(pieces).toHaveLength(chosen.length + 1);
      for (const { start, end } of parts)
        expect(chosen.some((part) => part.start <= start && end <= part.end)).toBe(true);
      if (whole.isWellFormed()) expect(left.isWellFormed()).toBe(true);
      const kept = whole.length - chosen.reduce((sum, { start, end }) => sum + end - start, 0);
      expect(left).toHaveLength(kept + chosen.length);
    }),
  );
});

test('marks that stay still cover the same text', () => {
  fc.assert(
    fc.property(cases, partsOf(60), ({ whole, parts }, marks) => {
      const chosen = chosenParts(whole, parts);
      const left = withoutParts(whole, chosen, '[x]');
      const inside = marks.filter(({ end }) => end <= whole.length);
      const stay = inside.filter(
        (mark) => !chosen.some(({ start, end }) => start < mark.end && mark.start < end),
      );
      expect(shifted(inside, chosen, 3).map(({ start, end }) => left.slice(start, end))).toEqual(
        stay.map(({ start, end }) => whole.slice(start, end)),
      );
    }),
  );
});

test('parts beyond the text are refused, and none means all of it', () => {
  expect(() => chosenParts('abc', [{ start: 1, end: 4 }])).toThrow('invalid-input');
  expect(chosenParts('abc', undefined)).toEqual([{ start: 0, end: 3 }]);
});
