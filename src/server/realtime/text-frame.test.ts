import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameOf, textFrame } from './text-frame.ts';

/** The texts in a row of frames, read as a client reads them (RFC 6455, 5.2). */
function readBack(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    expect(bytes[at]).toBe(0x81);
    const short = bytes.readUInt8(at + 1);
    const [length, start] =
      short < 126
        ? [short, at + 2]
        : short === 126
          ? [bytes.readUInt16BE(at + 2), at + 4]
          : [Number(bytes.readBigUInt64BE(at + 2)), at + 10];
    texts.push(bytes.toString('utf8', start, start + length));
    at = start + length;
  }
  return texts;
}

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 70_000])('a text of %i bytes is one frame', (length) => {
  const text = 'x'.repeat(length);
  expect(readBack(textFrame(text))).toEqual([text]);
});

test('any texts, one after another, are read back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 })), (texts) => {
      expect(readBack(Buffer.concat(texts.map(frameOf)))).toEqual(texts);
    }),
  );
});
