import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmojiOnly, piecesOf } from './pieces.ts';

const nasty = fc.constantFrom(
  'https://',
  'http://',
  'HTTPS://',
  'javascript:',
  'data:text/html,',
  '<script>',
  '"onload=',
  "'",
  '`',
  '&lt;',
  '\n',
  '\r\n',
  ' ',
  '@',
  '/',
  ')',
  '(',
  '。',
  '\u202e',
  '\u0000',
  'okpay.com',
  'xn--',
  '😀',
  '用户',
  '%0a',
  '\\',
  ':',
  '//',
  '?',
  '#',
  '.',
);
const message = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 20 })
  .map((parts) => parts.join(''));

const links = (text: string) => piecesOf(text).filter((piece) => piece.kind === 'link');

describe('piecesOf', () => {
  it('loses and adds nothing', () => {
    fc.assert(
      fc.property(message, (text) => {
        expect(
          piecesOf(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('links only to the web, with nothing hidden in the address', () => {
    fc.assert(
      fc.property(message, (text) => {
        for (const link of links(text)) {
          const url = new URL(link.href);
          expect(['http:', 'https:']).toContain(url.protocol);
          expect(url.host).toBe(link.host);
          expect(url.username + url.password).toBe('');
          expect(link.href).not.toMatch(/["'<>`\s]/);
          expect(link.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\s<>"]/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the sentence out of the address', () => {
    expect(links('见 https://okpay.com/help/a_(b)。谢谢').map((l) => l.text)).toEqual([
      'https://okpay.com/help/a_(b)',
    ]);
    expect(links('(see https://okpay.com/x), please').map((l) => l.text)).toEqual(['https://okpay.com/x']);
    expect(links('https://okpay.com/x?y=1&z=2.').map((l) => l.text)).toEqual(['https://okpay.com/x?y=1&z=2']);
  });

  it('does not link a disguise', () => {
    expect(links('https://okpay.com@evil.example/login')).toEqual([]);
    expect(links('javascript:alert(1) data:text/html,x ftp://a.b')).toEqual([]);
  });

  it('shows look-alike letters for what they are', () => {
    expect(links('https://оkpay.com')[0]?.host).toBe('xn--kpay-45d.com');
  });
});

describe('isEmojiOnly', () => {
  it('tells a few emoji from text and digits', () => {
    expect(isEmojiOnly('👍🏽 👨‍👩‍👧 🇨🇳')).toBe(true);
    expect(isEmojiOnly('12')).toBe(false);
    expect(isEmojiOnly('ok 👍')).toBe(false);
    expect(isEmojiOnly('')).toBe(false);
  });
});
