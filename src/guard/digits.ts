import { COVER } from './marks.ts';

/** Every digit of a folded text with the place where it stands and what lies between it and the one before. */
export interface Digits {
  count: number;
  value: Uint8Array;
  at: Int32Array;
  gap: Uint8Array;
  /** Indexes of the digits that begin an unbroken group, then the count of digits. */
  starts: Int32Array;
  groups: number;
  /** There is something besides digits and what may stand between them. */
  hasWords: boolean;
}

/** What may lie between two digits of one number, the weaker the lower; a mixture counts as its strongest. */
export const JOINED = 0;
export const SPACE = 1;
export const DASH = 2;
export const LINE = 3;
/** Dots, commas, slashes and brackets: they join digits in amounts, dates and versions more often than in cards. */
export const LOOSE = 4;
/** Anything else, or too much of it: two numbers. */
export const APART = 5;

const GAP_MAX = 3;
/** Lines may end in two characters and be empty in between. */
const LINE_GAP_MAX = 6;

/** What each UTF-16 unit is: `DIGIT` and its value, or one of the gaps. */
const DIGIT = 16;
const COVER_CODE = COVER.charCodeAt(0);
const units = new Uint8Array(0x10000).fill(APART);
const learn = (characters: string, kind: number, step = 0) => {
  for (let i = 0; i < characters.length; i++) units[characters.charCodeAt(i)] = kind + i * step;
};
learn('0123456789', DIGIT, 1);
learn('零一二三四五六七八九', DIGIT, 1);
learn('零壹贰叁肆伍陆柒捌玖', DIGIT, 1);
learn('零幺貳參肆伍陸柒捌玖', DIGIT, 1);
learn('〇', DIGIT);
learn('两', DIGIT + 2);
learn(' \t', SPACE);
learn('-', DASH);
learn('\r\n', LINE);
learn('.,/_()|·•', LOOSE);

/** Kept between calls: to make arrays anew would cost more than to read a message. */
let bench = roomFor(1024);

function roomFor(length: number): Digits {
  return {
    count: 0,
    value: new Uint8Array(length),
    at: new Int32Array(length),
    gap: new Uint8Array(length),
    starts: new Int32Array(length + 1),
    groups: 0,
    hasWords: false,
  };
}

/** Ten bytes a digit: what one hostile text needed is kept for the next. Beyond a million, arrays are made anew. */
const BENCH_MAX = 1 << 20;

/** Room for `length` digits, with all that `full` holds. */
function largerThan(full: Digits, length: number): Digits {
  const larger = roomFor(length);
  larger.value.set(full.value);
  larger.at.set(full.at);
  larger.gap.set(full.gap);
  larger.starts.set(full.starts);
  if (length <= BENCH_MAX) bench = larger;
  return larger;
}

/** Finds the digits of a text, in one pass. What is returned is valid until the next call. */
export function scanDigits(text: string): Digits {
  const { length } = text;
  let found = bench;
  let { value, at, gap, starts } = found;
  let count = 0;
  let groups = 0;
  let widest = APART;
  let last = -1;
  let hasWords = false;
  for (let i = 0; i < length; ) {
    const code = text.charCodeAt(i);
    let unit = units[code] ?? APART;
    if (unit < DIGIT) {
      if (unit > widest) widest = unit;
      if (unit === APART && code !== COVER_CODE) hasWords = true;
      i++;
      continue;
    }
    const width = i - last - 1;
    if (width > GAP_MAX && (widest !== LINE || width > LINE_GAP_MAX)) widest = APART;
    starts[groups++] = count;
    // A group has a loop of its own: a text of a million digits is read in half the time.
    for (; unit >= DIGIT; unit = i < length ? (units[text.charCodeAt(i)] ?? APART) : APART) {
      if (count === value.length) {
        // A long text is rarely all digits; one that turns out to be gets what the rest can need.
        found = largerThan(found, Math.min(count * 8, count + length - i));
        ({ value, at, gap, starts } = found);
      }
      gap[count] = widest;
      value[count] = unit - DIGIT;
      at[count++] = i++;
      widest = JOINED;
    }
    last = i - 1;
  }
  starts[groups] = count;
  found.count = count;
  found.groups = groups;
  found.hasWords = hasWords;
  return found;
}

/** The digits from one index to another, as text. */
export function digitsBetween({ value }: Digits, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += value[i];
  return text;
}
