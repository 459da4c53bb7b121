import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultBrand } from '../../src/contract/brand.ts';
import { contrast } from '../../src/server/centre/accent.ts';

const css = readFileSync(new URL('../../src/web/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name, [light, dark]],
  ),
);
const colour = (name: string, side: number): string => tokens.get(name)?.[side] ?? `no token ${name}`;

/** Words and what they stand on, and how well they must be read: 7 for the body text, 4.5 for the rest, 3 for bounds. */
const pairs: [string, string, number][] = [
  ...['canvas', 'surface', 'surface-raised', 'surface-hover', 'accent-soft'].map(
    (on) => ['text', on, 7] as [string, string, number],
  ),
  ...['canvas', 'surface', 'surface-raised'].map((on) => ['text-muted', on, 7] as [string, string, number]),
  ...['canvas', 'surface', 'surface-sunken'].map((on) => ['text-faint', on, 4.5] as [string, string, number]),
  ...['canvas', 'surface', 'accent-soft', 'surface-hover'].map(
    (on) => ['accent-text', on, 4.5] as [string, string, number],
  ),
  ...['surface', 'danger-soft'].map((on) => ['danger-text', on, 4.5] as [string, string, number]),
  ['text', 'danger-soft', 7],
  ['text-muted', 'accent-soft', 4.5],
  ['text', 'mark', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['on-danger', 'danger', 4.5],
  ['on-danger', 'danger-hover', 4.5],
  ['line-strong', 'surface', 3],
  ['focus', 'surface', 3],
  ['focus', 'canvas', 3],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s', (_name, side) => {
  test.each(pairs)('%s on %s is read with a contrast of at least %d', (words, on, least) => {
    expect(contrast(colour(words, side), colour(on, side))).toBeGreaterThanOrEqual(least);
  });
});

test('the accent is the default brand’s', () => expect(colour('accent', 0)).toBe(defaultBrand.accent));
