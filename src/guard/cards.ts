import { APART, type Digits, digitsBetween, LOOSE } from './digits.ts';
import type { Found } from './found.ts';
import { passesLuhn } from './luhn.ts';
import { isIssued } from './networks.ts';

const SHORTEST = 13;
const LONGEST = 19;
/** Shorter ones are cards only when a network issues them; longer ones are believed when they are called one. */
const SHORTEST_CALLED = 15;
/** Nobody writes a card in more groups than this, unless each is of one or two digits. */
const GROUPS_MAX = 8;

const cardWords =
  /卡号|卡號|银行卡|銀行卡|信用卡|储蓄卡|儲蓄卡|借记卡|一卡通|银联|\bcards?\b|card(?:no|num)|\bvisa\b|master\s?card|\bamex\b|american express|unionpay|\bcc\b|\bpan\b|\bdebit\b|\bcredit\b/i;
const saysCard = new RegExp(`(?:${cardWords.source})[^\\d]{0,16}$`, 'i');

/** Words right before a number that say what else it is. */
const saysOther =
  /(?:单号|單號|订单|訂單|流水|交易号|交易號|运单|運單|快递|快遞|编号|編號|序列号|序列號|发票|工单|批次|条码|商户号|凭证|会话|orders?|track(?:ing)?|transaction|trans|txn|ref(?:erence)?|invoice|ticket|case|serial|imei|parcel|shipment|awb|receipt|batch|barcode|waybill)[\s.:#=是为為号號码碼]{0,4}(?:id|no|num(?:ber)?|code|is|was)?[\s.:#=是为為("'“（[]{0,4}$/i;
const nameBefore = /[a-z]{1,12}$/i;
const nameOfCard = /^(?:card|cards|no|num|number|visa|mc|amex|cc|pan|credit|debit|account|acct|is|was)$/i;
const phoneBefore = /\+\s?\(?$/;
/** How many characters before a number tell what it is. */
const BEFORE = 28;

/** Finds card numbers among the digits of a text, written in one piece or in groups. */
class CardSearch {
  readonly #text: string;
  readonly #digits: Digits;
  #aboutCards: boolean | undefined;

  constructor(text: string, digits: Digits) {
    this.#text = text;
    this.#digits = digits;
  }

  run(found: Found[]): void {
    const { groups } = this.#digits;
    let fresh = true;
    for (let group = 0; group < groups; ) {
      const last: number = this.#mayBegin(group, fresh) ? this.#longestFrom(group) : -1;
      fresh = last >= 0;
      if (last >= 0) found.push(this.#found(group, last));
      group = last >= 0 ? last + 1 : group + 1;
    }
  }

  #start(group: number): number {
    return this.#digits.starts[group] ?? this.#digits.count;
  }

  #size(group: number): number {
    return this.#start(group + 1) - this.#start(group);
  }

  #gapBefore(group: number): number {
    if (group >= this.#digits.groups) return APART;
    return this.#digits.gap[this.#start(group)] ?? APART;
  }

  /** Small groups go on evenly for long: they are read from the first of them only, which keeps the search linear. */
  #mayBegin(group: number, fresh: boolean): boolean {
    if (this.#size(group) > 2 || fresh) return true;
    return this.#gapBefore(group) === APART || this.#size(group - 1) !== this.#size(group);
  }

  /** The last group of the longest card that begins here; -1 for none. */
  #longestFrom(first: number): number {
    const { groups } = this.#digits;
    const from = this.#start(first);
    let best = -1;
    for (let last = first; last < groups; last++) {
      if (last > first && this.#gapBefore(last) === APART) break;
      const length = this.#start(last + 1) - from;
      if (length > LONGEST) break;
      // A longer one is read only where it ends a row: inside of one it would take from the number that follows.
      const better = best < 0 || this.#endsRow(last);
      if (length >= SHORTEST && better && this.#isCard(first, last)) best = last;
    }
    return best;
  }

  #endsRow(last: number): boolean {
    return this.#gapBefore(last + 1) === APART || this.#size(last + 1) !== this.#size(last);
  }

  #isCard(first: number, last: number): boolean {
    const from = this.#start(first);
    const to = this.#start(last + 1);
    const issued = isIssued(this.#firstFour(from), to - from);
    const certain = issued && this.#luhn(from, to);
    if (!certain && (to - from < SHORTEST_CALLED || !this.#isAboutCards())) return false;
    const named = this.#isAboutCards() && saysCard.test(this.#before(from));
    if (!certain && !named) return false;
    return this.#isShaped(first, last, named) && !this.#isOther(first, last);
  }

  #isAboutCards(): boolean {
    this.#aboutCards ??= this.#digits.hasWords && cardWords.test(this.#text);
    return this.#aboutCards;
  }

  #firstFour(from: number): number {
    const { value } = this.#digits;
    let number = 0;
    for (let i = from; i < from + 4; i++) number = number * 10 + (value[i] ?? 0);
    return number;
  }

  /** ISO/IEC 7812-1, annex B, where the digits stand. */
  #luhn(from: number, to: number): boolean {
    const { value } = this.#digits;
    let sum = 0;
    for (let i = to - 1, doubled = false; i >= from; i--, doubled = !doubled) {
      const digit = value[i] ?? 0;
      sum += doubled ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
    }
    return sum % 10 === 0;
  }

  #before(digit: number): string {
    const at = this.#digits.at[digit] ?? 0;
    return this.#text.slice(Math.max(0, at - BEFORE), at);
  }

  /** Groups as people write cards: one, all of a size, as printed on American Express, or any that stand alone. */
  #isShaped(first: number, last: number, named: boolean): boolean {
    if (first === last) return true;
    const even = this.#isEven(first, last) && this.#isWhole(first, last);
    if (even && this.#size(first) !== 2) return true;
    const [narrowest, widest] = this.#gapsWithin(first, last);
    if (even) return widest !== LOOSE;
    if (last - first + 1 > GROUPS_MAX) return false;
    const sizes = this.#sizes(first, last);
    if (sizes === '4,6,5' || sizes === '4,6,4') return true;
    if (widest === LOOSE && sizes !== '3,3,6,4') return false;
    // 3 and 10 is an air ticket.
    if (sizes === '3,10') return false;
    return named || this.#standsAlone(first, last, narrowest, widest);
  }

  #gapsWithin(first: number, last: number): [narrowest: number, widest: number] {
    let narrowest = APART;
    let widest = 0;
    for (let group = first + 1; group <= last; group++) {
      const gap = this.#gapBefore(group);
      narrowest = Math.min(narrowest, gap);
      widest = Math.max(widest, gap);
    }
    return [narrowest, widest];
  }

  /** All groups of one size; the last may be shorter. */
  #isEven(first: number, last: number): boolean {
    const size = this.#size(first);
    for (let group = first + 1; group < last; group++) if (this.#size(group) !== size) return false;
    return this.#size(last) <= size;
  }

  #sizes(first: number, last: number): string {
    let sizes = String(this.#size(first));
    for (let group = first + 1; group <= last; group++) sizes += `,${this.#size(group)}`;
    return sizes;
  }

  /** An even row of groups is one number: it is not read from its middle, unless to its end. */
  #isWhole(first: number, last: number): boolean {
    const size = this.#size(first);
    const goesOn = this.#gapBefore(last + 1) !== APART && this.#size(last + 1) === size;
    const began = this.#gapBefore(first) !== APART && this.#size(first - 1) === size;
    return !began || !goesOn;
  }

  #standsAlone(first: number, last: number, narrowest: number, widest: number): boolean {
    if (narrowest !== widest && widest === LOOSE) return false;
    if (this.#gapBefore(first) <= widest) return false;
    return this.#gapBefore(last + 1) > widest || this.#isDate(last + 1);
  }

  /** Two digits and two or four, with a slash between: when a card expires. */
  #isDate(group: number): boolean {
    const years = this.#size(group + 1);
    return this.#size(group) <= 2 && this.#gapBefore(group + 1) === LOOSE && (years === 2 || years === 4);
  }

  /** Telephone numbers, what is named as something else, parts of an identifier, and numbers with a birthday inside. */
  #isOther(first: number, last: number): boolean {
    const from = this.#start(first);
    const length = this.#start(last + 1) - from;
    const solid = first === last;
    if (solid && length === 18 && hasBirthday(digitsBetween(this.#digits, from, from + length))) return true;
    if (!this.#digits.hasWords) return false;
    const before = this.#before(from);
    if (length <= 15 && phoneBefore.test(before)) return true;
    if (!solid) return false;
    const name = nameBefore.exec(before)?.[0];
    return saysOther.test(before) || (name !== undefined && !nameOfCard.test(name));
  }

  #found(first: number, last: number): Found {
    const { at } = this.#digits;
    const from = this.#start(first);
    const to = this.#start(last + 1);
    const shown = digitsBetween(this.#digits, to - 4, to);
    return { kind: 'card', start: at[from] ?? 0, end: (at[to - 1] ?? 0) + 1, shown };
  }
}

/** Built as a resident identity number is: what that check does not accept is a wrong one of these, and no card. */
const hasBirthday = (number: string): boolean =>
  /^(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(number.slice(6, 14));

const inPieces =
  /前半|后半|後半|前面|后面|後面|前几位|剩下|其余|接着|接下来|开头|结尾|\b(?:half|halves|rest|then|followed by|begins?|starts?|remaining|last part|first part)\b/i;
const PIECES_MAX = 6;
/** In a text with more numbers than this nobody dictates a card. */
const NUMBERS_MAX = 24;

/** "It begins with 41111111 and the rest is 11111111": pieces with words between them that make a card together. */
function findPieces(text: string, digits: Digits, found: Found[]): void {
  const { starts, groups, at, count } = digits;
  if (groups > NUMBERS_MAX || !inPieces.test(text)) return;
  for (let first = 0; first < groups - 1; first++) {
    for (let last = first + 1; last < Math.min(first + PIECES_MAX, groups); last++) {
      const number = digitsBetween(digits, starts[first] ?? 0, starts[last + 1] ?? count);
      if (number.length > LONGEST) break;
      if (number.length < SHORTEST || !isIssued(Number(number.slice(0, 4)), number.length)) continue;
      if (!passesLuhn(number)) continue;
      for (let group = first; group <= last; group++) {
        const [start, end] = [starts[group] ?? 0, starts[group + 1] ?? count];
        found.push({ kind: 'card', start: at[start] ?? 0, end: (at[end - 1] ?? 0) + 1 });
      }
      return;
    }
  }
}

/** Finds payment cards (ISO/IEC 7812) among the digits of a text. */
export function findCards(text: string, digits: Digits, found: Found[]): void {
  if (digits.count < SHORTEST) return;
  new CardSearch(text, digits).run(found);
  if (digits.hasWords) findPieces(text, digits, found);
}
