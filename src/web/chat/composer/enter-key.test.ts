import { expect, it } from 'vitest';
import { isSendKey } from './enter-key.ts';

const enter = {
  key: 'Enter',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 13,
};

it('sends on Enter with a keyboard, and leaves new lines possible everywhere', () => {
  expect(isSendKey(enter, false)).toBe(true);
  expect(isSendKey({ ...enter, shiftKey: true }, false)).toBe(false);
  expect(isSendKey({ ...enter, altKey: true }, false)).toBe(false);
  expect(isSendKey(enter, true)).toBe(false);
  expect(isSendKey({ ...enter, ctrlKey: true }, true)).toBe(true);
  expect(isSendKey({ ...enter, key: 'a' }, false)).toBe(false);
});

it('never sends while an input method composes', () => {
  for (const touch of [true, false]) {
    expect(isSendKey({ ...enter, isComposing: true }, touch)).toBe(false);
    expect(isSendKey({ ...enter, keyCode: 229 }, touch)).toBe(false);
    expect(isSendKey({ ...enter, keyCode: 229, ctrlKey: true }, touch)).toBe(false);
  }
});
