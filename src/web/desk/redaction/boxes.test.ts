import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Box } from '../../../contract/redaction.ts';
import { addedBox, afterKey, boxBetween } from './boxes.ts';

const size = fc.record({
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
});
const corner = fc.record({
  x: fc.double({ min: -500, max: 9500, noNaN: true }),
  y: fc.double({ min: -500, max: 9500, noNaN: true }),
});
const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown');

const isKept = ({ width, height }: Box): boolean => width > 0 && height > 0;

it('never lets a box leave its picture', () => {
  fc.assert(
    fc.property(size, corner, corner, fc.array(fc.tuple(key, fc.boolean())), (picture, a, b, keys) => {
      for (const first of [boxBetween(a, b, picture), addedBox(picture)].filter(isKept)) {
        let box = first;
        for (const [pressed, resize] of keys) box = afterKey(box, pressed, resize, picture) ?? box;
        for (const one of [first, box]) {
          expect(Math.min(one.x, one.y, one.width, one.height)).toBeGreaterThanOrEqual(0);
          expect(one.x + one.width).toBeLessThanOrEqual(picture.width);
          expect(one.y + one.height).toBeLessThanOrEqual(picture.height);
        }
      }
    }),
  );
});
