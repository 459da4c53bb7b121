import { APART, type Digits, digitsBetween } from './digits.ts';
import type { Found } from './found.ts';

/** Provinces of GB/T 2260 and what stands in their place for residents from Hong Kong, Macao, Taiwan and abroad. */
const regions = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';
/** Somebody who writes here was born before; a constant, because the guard has no clock. */
const YEAR_MAX = 2030;

const idWords =
  /(?:身份证|身份證|证件|證件|驾照|駕照|驾驶证|居住证|通行证|公民身份|身份号|\bid\s?(?:card|number|no)|identity|resident|citizen|licen[cs]e)[^\d]{0,16}$/i;

function isDate(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

/** Whether 17 digits begin as a resident identity number does: a region, then a day somebody was born. */
function isPlausible(body: string): boolean {
  const year = Number(body.slice(6, 10));
  return (
    regions.has(body.slice(0, 2)) &&
    year >= 1850 &&
    year <= YEAR_MAX &&
    isDate(year, Number(body.slice(10, 12)), Number(body.slice(12, 14)))
  );
}

/** The last character after these 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkCharacter(body: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return checks[sum % 11] ?? '';
}

/** Numbers of 15 digits, withdrawn in 2013, have no check: only what is called one is taken for one. */
const isOld = (number: string): boolean =>
  regions.has(number.slice(0, 2)) &&
  isDate(1900 + Number(number.slice(6, 8)), Number(number.slice(8, 10)), Number(number.slice(10, 12)));

/** Finds resident identity numbers (GB 11643), also written 6-8-4 or spaced otherwise. */
export function findIdNumbers(text: string, digits: Digits, found: Found[]): void {
  const { starts, groups } = digits;
  if (digits.count < 15) return;
  for (let first = 0; first < groups; first++) {
    const from = starts[first] ?? 0;
    const size = (starts[first + 1] ?? 0) - from;
    if (size > 18 || (size < 3 && first > 0 && digits.gap[from] !== APART)) continue;
    for (let last = first; last < groups; last++) {
      if (last > first && digits.gap[starts[last] ?? 0] === APART) break;
      const to = starts[last + 1] ?? digits.count;
      if (to - from > 18) break;
      if (to - from < 15 || to - from === 16) continue;
      const end = endOfNumber(text, digits, from, to, first === last);
      if (end > 0) {
        found.push({ kind: 'id-number', start: digits.at[from] ?? 0, end });
        first = last;
        break;
      }
    }
  }
}

/** Where the identity number of these digits ends in the text, with the X that may follow them; 0 when it is none. */
function endOfNumber(text: string, digits: Digits, from: number, to: number, solid: boolean): number {
  const number = digitsBetween(digits, from, to);
  const end = (digits.at[to - 1] ?? 0) + 1;
  const named = () => {
    const at = digits.at[from] ?? 0;
    return idWords.test(text.slice(Math.max(0, at - 32), at));
  };
  if (number.length === 15) return solid && isOld(number) && named() ? end : 0;
  const mark = number.length === 17 ? /^[ -]?([xX×])(?![a-z])/i.exec(text.slice(end, end + 3)) : null;
  if (number.length === 17 && mark === null) return 0;
  const body = number.slice(0, 17);
  if (!isPlausible(body)) return 0;
  const last = mark === null ? number.slice(17) : 'X';
  return checkCharacter(body) === last || named() ? end + (mark?.[0].length ?? 0) : 0;
}
