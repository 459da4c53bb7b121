import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaceTrigger, triggerAt } from './trigger.ts';

describe('a trigger', () => {
  it('is a sign at the beginning or after a blank', () => {
    expect(triggerAt('/退', 2)).toEqual({ sign: '/', start: 0, query: '退' });
    expect(triggerAt('see #lim', 8)).toEqual({ sign: '#', start: 4, query: 'lim' });
    expect(triggerAt('https://okpay', 13)).toBeNull();
    expect(triggerAt('a/b', 3)).toBeNull();
    expect(triggerAt('/hello there', 12)).toBeNull();
  });

  it('is replaced whole and leaves the rest as it was', () => {
    const blankFree = fc.stringMatching(/^[a-z退款]{0,20}$/);
    fc.assert(
      fc.property(fc.string(), blankFree, fc.string(), fc.constantFrom('/', '#'), (head, query, by, sign) => {
        const before = head === '' ? '' : `${head} `;
        const text = `${before}${sign}${query}`;
        const trigger = triggerAt(text, text.length);
        expect(trigger).toEqual({ sign, start: before.length, query });
        if (trigger === null) return;
        expect(replaceTrigger(`${text} tail`, trigger, by)).toEqual({
          text: `${before}${by} tail`,
          caret: before.length + by.length,
        });
      }),
    );
  });
});
