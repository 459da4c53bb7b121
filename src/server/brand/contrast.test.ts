import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultBrand } from '../../contract/brand.ts';
import { CONTRAST_MIN, contrastWithWhite } from './contrast.ts';

test('known contrasts', () => {
  expect(contrastWithWhite('#000000')).toBeCloseTo(21, 5);
  expect(contrastWithWhite('#ffffff')).toBeCloseTo(1, 5);
  expect(contrastWithWhite('#767676')).toBeCloseTo(4.54, 2);
  expect(contrastWithWhite('#777777')).toBeCloseTo(4.48, 2);
  expect(contrastWithWhite(defaultBrand.accent)).toBeGreaterThan(CONTRAST_MIN);
});

test('a darker colour never has less contrast', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  const hex = (parts: number[]) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  fc.assert(
    fc.property(byte, byte, byte, fc.integer({ min: 0, max: 255 }), (r, g, b, less) => {
      const darker = [r, g, b].map((part) => Math.max(0, part - less));
      return contrastWithWhite(hex(darker)) >= contrastWithWhite(hex([r, g, b]));
    }),
  );
});
