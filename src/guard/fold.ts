/** A text as the detectors read it: one form for each digit, dash, blank and letter, and nothing invisible. */
export interface Folded {
  text: string;
  /** For each unit of `text` and its end, where that stood in the original; null where nothing moved. */
  origin: Uint32Array | null;
}

const DROPPED = -1;

/** What is neither common - ASCII, Chinese and its punctuation, kana, hangul, quotes - nor full-width. */
const needsFolding =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII stays as it is
  /[^\u0000-\u007f\u00b7\u2018-\u201d\u2022\u2026\u3001\u3002\u3007-\u3011\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3\ue000\u3000\uff01-\uff5e]/;
/** Full-width forms stand one for one beside their plain ones (U+FF01 to U+FF5E), and every Chinese text has some. */
const fullWidth = /[\uff01-\uff5e\u3000]/g;
const plainForm = (wide: string): string =>
  wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
/** Longer texts are read unit by unit, which does not slow down where every character is a wide one. */
const SHORT = 1024;

const invisible = /^(?:\p{Cf}|\p{Mn}|\p{Me}|[\u115f\u1160\u3164\uffa0])$/u;
const decimal = /^\p{Nd}$/u;
const numberSign = /^\p{No}$/u;
const blank = /^[\p{Zs}]$/u;
const dash = /^[\p{Pd}\u2212\u2043\u02d7]$/u;

/** Digits in circles that have no compatibility form: the code point of the sign for 1. */
const circledOnes = [0x2776, 0x2780, 0x278a, 0x24f5];

/** The blocks of ten decimal digits begin with a zero (Unicode, chapter 4.6), so the way down to it is the value. */
function digitOf(point: number): number {
  let first = point;
  while (decimal.test(String.fromCodePoint(first - 1))) first--;
  return (point - first) % 10;
}

function circled(point: number): number | undefined {
  const one = circledOnes.find((first) => point >= first && point < first + 9);
  return one === undefined ? undefined : point - one + 1;
}

/** The UTF-16 unit a code point is read as, or `DROPPED`; null for one that is read as it is. */
function foldPoint(point: number): number | null {
  const character = String.fromCodePoint(point);
  if (invisible.test(character)) return DROPPED;
  if (decimal.test(character)) return 48 + digitOf(point);
  if (blank.test(character)) return 32;
  if (dash.test(character)) return 45;
  if (point === 0x2028 || point === 0x2029) return 10;
  if (point === 0x24ff) return 48;
  const inCircle = circled(point);
  if (inCircle !== undefined) return 48 + inCircle;
  const plain = character.normalize('NFKC');
  if (numberSign.test(character)) {
    const digits = plain.replace(/\D/g, '');
    if (digits.length === 1) return digits.charCodeAt(0);
  }
  return plain.length === 1 && plain !== character ? plain.charCodeAt(0) : null;
}

/** Code points seen so far; there are few kinds in what people write, and the limit keeps a hostile text from filling it. */
const known = new Map<number, number | null>();
const KNOWN_MAX = 4096;

function foldKnown(point: number): number | null {
  const cached = known.get(point);
  if (cached !== undefined) return cached;
  const folded = foldPoint(point);
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(point, folded);
  return folded;
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/**
 * Reads a text as a person would: digits of any script become 0-9, full-width and mathematical letters plain ones, all
 * blanks a space and all dashes a hyphen; zero-width characters, soft hyphens and marks on top of others are left out.
 */
export function fold(original: string): Folded {
  const isCommon = !needsFolding.test(original);
  if (isCommon && (original.length <= SHORT || original.search(fullWidth) < 0))
    return { text: original.replace(fullWidth, plainForm), origin: null };
  const units = new Uint16Array(original.length);
  const origin = new Uint32Array(original.length + 1);
  let length = 0;
  let moved = false;
  for (let at = 0; at < original.length; ) {
    const unit = original.charCodeAt(at);
    origin[length] = at;
    if (unit < 0x80 || (unit >= 0x4e00 && unit <= 0x9fff)) {
      units[length++] = unit;
      at++;
      continue;
    }
    if (unit >= 0xff01 && unit <= 0xff5e) {
      units[length++] = unit - 0xfee0;
      at++;
      continue;
    }
    const point = original.codePointAt(at) ?? unit;
    const width = point > 0xffff ? 2 : 1;
    const folded = foldKnown(point);
    if (folded === null) {
      units[length++] = unit;
      if (width === 2) {
        origin[length] = at + 1;
        units[length++] = original.charCodeAt(at + 1);
      }
    } else if (folded === DROPPED) moved = true;
    else {
      units[length++] = folded;
      if (width === 2) moved = true;
    }
    at += width;
  }
  origin[length] = original.length;
  return { text: utf16.decode(units.subarray(0, length)), origin: moved ? origin : null };
}
