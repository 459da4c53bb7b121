/**
 * Two encodings of the seven-bit days that mail libraries leave alone, because a browser taking them for ASCII could be
 * tricked by them. Decoded as plain text only, which is escaped before it is shown.
 */

/** UTF-7 (RFC 2152): `+`, a piece of UTF-16 in base64 without padding, `-`. */
export const fromUtf7 = (text: string): string =>
  text.replace(/\+([A-Za-z0-9/]*(?:\+[A-Za-z0-9/]*)*)-?/g, (_whole, base64: string) => {
    if (base64 === '') return '+';
    const bytes = Buffer.from(base64, 'base64');
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  });

const gb2312 = new TextDecoder('gb18030');

/** HZ (RFC 1843): GB 2312 without its high bits between `~{` and `~}`; `~~` is a tilde. */
export const fromHz = (text: string): string =>
  text.replace(/~\{([\x21-\x7e]*?)~\}|~~|~\n/g, (whole, gb?: string) => {
    if (whole === '~~') return '~';
    if (gb === undefined) return '';
    return gb2312.decode(Uint8Array.from(gb, (character) => character.charCodeAt(0) | 0x80));
  });
