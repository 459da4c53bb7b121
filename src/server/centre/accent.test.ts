import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentTokens, contrast } from './accent.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('whatever colour a brand chooses, words in it and on it can be read', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const tokens = accentTokens(accent);
      for (const side of [0, 1] as const) {
        const of = (name: string): string => tokens[name]?.[side] ?? '';
        expect(contrast(of('on-accent'), of('accent'))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(of('on-accent'), of('accent-hover'))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(of('accent-text'), of('accent-soft'))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(of('accent'), side === 0 ? '#ffffff' : '#161e1e')).toBeGreaterThanOrEqual(4.5);
      }
    }),
    { numRuns: 500 },
  );
});

test('known contrasts', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});
