import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttachmentType, attachmentEndings } from '../../contract/attachments.ts';
import { cleanName } from './clean-name.ts';

const types = Object.keys(attachmentEndings) as AttachmentType[];
const part = fc.oneof(
  fc.constantFrom(
    '../',
    '..\\',
    '/',
    '\u202e',
    '\u0000',
    '\n',
    '.',
    '.exe',
    '.png',
    ' ',
    '"',
    '截图',
    'CON',
    '\ud800',
    '\u200b',
    ':',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const names = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));

describe('cleanName', () => {
  it('is a plain visible file name with the true ending, whatever was given', () => {
    fc.assert(
      fc.property(names, fc.constantFrom(...types), (given, type) => {
        const name = cleanName(given, type);
        expect(name).not.toMatch(/[/\\<>:"|?*\p{C}]/u);
        expect(name).not.toMatch(/^\./);
        expect(name).toMatch(
          type === 'image/jpeg' ? /\.jpe?g$/i : new RegExp(`\\.${attachmentEndings[type]}$`, 'i'),
        );
        expect(name.length).toBeLessThanOrEqual(200);
        expect(name.isWellFormed()).toBe(true);
        expect(cleanName(name, type)).toBe(name);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['../../etc/passwd', 'image/png', 'passwd.png'],
    ['C:\\fakepath\\付款截图.JPEG', 'image/jpeg', '付款截图.JPEG'],
    ['invoice\u202efdp.exe', 'application/pdf', 'invoicefdp.pdf'],
    ['receipt.pdf.exe', 'application/pdf', 'receipt.pdf'],
    ['.htaccess', 'image/gif', 'htaccess.gif'],
    ['', 'image/webp', 'file.webp'],
  ] as const)('%j as %s becomes %j', (given, type, name) => {
    expect(cleanName(given, type)).toBe(name);
  });
});
