import { findAccounts } from './accounts.ts';
import { findCardDetails } from './card-details.ts';
import { findCards } from './cards.ts';
import { findCodes } from './codes.ts';
import { type Digits, scanDigits } from './digits.ts';
import { fold } from './fold.ts';
import type { Found } from './found.ts';
import { findIbans } from './ibans.ts';
import { findIdNumbers } from './id-numbers.ts';
import { findKeys } from './keys.ts';
import { COVER, coverMarks } from './marks.ts';
import { findPasswordsAndPins } from './passwords.ts';
import { findSeedPhrases } from './seed-phrases.ts';

/** What two findings that overlap are together; the one found by the surer means gives its name. */
function joined(a: Found, b: Found): Found {
  const name = rank(a) <= rank(b) ? a : b;
  const { kind, shown } = name;
  const whole = { kind, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
  return shown === undefined ? whole : { ...whole, shown };
}

const order: Found['kind'][] = [
  'private-key',
  'seed-phrase',
  'card',
  'iban',
  'id-number',
  'api-secret',
  'cvv',
  'otp',
  'pin',
  'password',
  'expiry',
  'bank-account',
];
const rank = ({ kind }: Found): number => order.indexOf(kind);

const inOrder = (a: Found, b: Found): number => a.start - b.start || b.end - a.end || rank(a) - rank(b);

/** Each detector goes through the text in its order, so that most are in order already. */
function sorted(found: Found[]): Found[] {
  for (let i = 1; i < found.length; i++)
    if (inOrder(found[i - 1] as Found, found[i] as Found) > 0) return found.sort(inOrder);
  return found;
}

/** In the order of the text, none overlapping another. */
function merge(found: Found[]): Found[] {
  const merged: Found[] = [];
  let last: Found | undefined;
  for (const next of sorted(found)) {
    const overlaps: boolean = last !== undefined && next.start < last.end;
    if (overlaps) merged.pop();
    last = overlaps ? joined(last as Found, next) : next;
    merged.push(last);
  }
  return merged;
}

/** Without the marks at its ends; null when it is nothing but a mark. */
function uncovered(text: string, found: Found): Found | null {
  let { start, end } = found;
  while (start < end && text[start] === COVER) start++;
  while (start < end && text[end - 1] === COVER) end--;
  return start === end ? null : { ...found, start, end };
}

/** What letters and words give away; nothing here is looked for in a text that has none. */
function findByWords(text: string, digits: Digits, found: Found[]): void {
  if (digits.count >= 10) findIbans(text, found);
  findCardDetails(text, found);
  findCodes(text, found);
  findPasswordsAndPins(text, found);
  if (digits.count >= 6) findAccounts(text, found);
  findSeedPhrases(text, found);
  findKeys(text, found);
}

/** The secrets of a text, with their places in the text itself. */
export function findSecrets(original: string): Found[] {
  const { text: folded, origin } = fold(original);
  const text = coverMarks(folded);
  const found: Found[] = [];
  const digits = scanDigits(text);
  findCards(text, digits, found);
  findIdNumbers(text, digits, found);
  if (digits.hasWords) findByWords(text, digits, found);
  else if (found.length > 0) findCardDetails(text, found);
  const bare = text === folded ? found : found.flatMap((one) => uncovered(text, one) ?? []);
  const merged = merge(bare);
  if (origin === null) return merged;
  return merged.map((one) => ({
    ...one,
    start: origin[one.start] ?? 0,
    end: origin[one.end] ?? original.length,
  }));
}
