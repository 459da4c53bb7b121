import { expect, test } from 'vitest';
import { type LeakCase, ownCases } from './leaks/cases.ts';
import { runLeakcheck } from './leaks/run.ts';
import { findTraces } from './leaks/traces.ts';

/** Whole runs are for `npm run leakcheck`; here every tenth text shows that each door is still guarded. */
const some = ownCases().filter((_, i) => i % 10 === 0);

test('nothing secret that was said at any door, or typed into a page, lies anywhere afterwards', async () => {
  const { found, errors, sent, typed } = await runLeakcheck(some, undefined, some);
  expect(found).toEqual([]);
  expect(errors).toEqual([]);
  expect(Math.min(sent, typed)).toBeGreaterThan(10);
}, 120_000);

test('the search itself finds what it looks for, in every form', () => {
  const leak: LeakCase = { text: 'card 4111 1111 1111 1111\n!', secrets: ['4111 1111 1111 1111\n!'] };
  const places = [
    { name: 'as digits', content: 'x4111111111111111x' },
    { name: 'in JSON', content: JSON.stringify({ text: leak.text }) },
    { name: 'in an address', content: encodeURIComponent(leak.text) },
    { name: 'nowhere', content: '4111 •••• 1111' },
  ];
  expect(findTraces([leak], places).map((trace) => trace.split(':')[0])).toEqual([
    'as digits',
    'in JSON',
    'in an address',
  ]);
  const short: LeakCase = { text: 'my code is 839201', secrets: ['839201'] };
  expect(findTraces([short], [{ name: 'a table', content: '(1,"my code is 839201")' }])).toHaveLength(1);
});
