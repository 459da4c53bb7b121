import type { Finding } from './finding.ts';
import { judgePhone } from './judge-phone.ts';
import type { OfficialList } from './official-list.ts';
import { foldDigits } from './read-phone.ts';

const numberIn =
  /(?<![\p{L}\p{N}])(?<!\p{N}[-. ])[+(]?\d[\d ().-]{2,22}\d(?:\s?(?:转|分机|ext\.?)\s?\d{1,6})?(?![\p{N}a-z])/giu;
const wholeNumber =
  /^(?:tel:|电话|热线|客服电话|来电|phone|call)?[\s:：]*((?:[+(]\s*)?\d[\d\s().\-/_]*\d(?:\s*(?:转|分机|ext\.?|x|#|,|;ext=)\s*\d{1,6})?)$/i;
/** Letters that stand where digits should, to get past whoever compares numbers. */
const withLetters = /^[+(]?(?=(?:.*\d){4})(?=.*[oil])[\doil() .-]{6,24}$/i;
const date = /^(?:19|20)\d\d[-.](?:0?[1-9]|1[0-2])[-.](?:0?[1-9]|[12]\d|3[01])(?!\d)/;
const networkAddress = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const DIGITS_MIN = 3;
/** To read a number in every country takes a while: messages name a few, only an attacker names hundreds. */
const NUMBERS_MAX = 30;
const tooMany: Finding = {
  kind: 'phone',
  written: '',
  means: '',
  verdict: 'unknown',
  reason: { code: 'too-many-numbers', values: {} },
};

function judgeLetters(text: string): Finding {
  return {
    kind: 'phone',
    written: text,
    means: text,
    verdict: 'not_official',
    reason: { code: 'phone-letters', values: { phone: text } },
  };
}

/** The number that is all a text holds; null when there is more, or less. */
export function wholePhone(text: string, list: OfficialList): Finding | null {
  const number = wholeNumber.exec(foldDigits(text))?.[1];
  if (number === undefined && withLetters.test(text)) return judgeLetters(text);
  if (number === undefined || networkAddress.test(number)) return null;
  return number.replace(/\D/g, '').length < DIGITS_MIN ? null : judgePhone(number, list, true);
}

/** Every telephone number of a text, judged. Dates, amounts and order numbers are left alone. */
export function findPhones(text: string, list: OfficialList): Finding[] {
  const numbers = [...foldDigits(text).matchAll(numberIn)].map(([number]) => number);
  const findings = numbers
    .slice(0, NUMBERS_MAX)
    .flatMap((number) => (date.test(number) ? [] : (judgePhone(number, list, number.startsWith('+')) ?? [])));
  return numbers.length > NUMBERS_MAX ? [...findings, tooMany] : findings;
}
