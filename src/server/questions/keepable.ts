import type { Locale } from '../../contract/locale.ts';
import { type GuardedText, inspect } from '../guard/inspect.ts';
import { fold } from '../help/ranking/text.ts';

/** A customer's question that may be kept and shown to editors, and at last to everybody. */
export interface Keepable {
  readonly text: GuardedText;
  /** The same however it is spaced, punctuated and cased. */
  readonly folded: string;
}

const SHORTEST = 3;
const LONGEST = 150;

/**
 * What says who asked, or of which payment: numbers, addresses, links, names that are given, what the guard took out. A question
 * with any of it is about one case, and no example for others.
 */
const personal =
  /\d{4}|@|https?:|www\.|••|我叫|我是[\p{Script=Han}]{2,3}[,，。 ]|姓名|身份证号|my name is|i am called|this is (?:mr|mrs|ms)/iu;

/** A question as it may be kept; null where it says who asked, is too short to mean anything, or too long to be one question. */
export function keepable(question: string, locale: Locale): Keepable | null {
  const line = question.replace(/\s+/gu, ' ').trim();
  const folded = fold(line).replace(/[^\p{L}\p{N}]+/gu, '');
  if (folded.length < SHORTEST || line.length > LONGEST || personal.test(line)) return null;
  const { text, removed } = inspect(line, locale);
  return removed.length > 0 ? null : { text, folded };
}
