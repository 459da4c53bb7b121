import { fold, isHan, stem } from './ranking/text.ts';

/** A word or a character pair of a text, and whether it is a single Chinese character (weak evidence). */
export interface Term {
  readonly text: string;
  readonly weak: boolean;
}

const pieces = /[\p{Script=Han}]+|[\p{L}\p{N}]+/gu;

const stopWords = new Set(
  'a an and are as at be been by can could did do does for from had has have how i if in is it its me my of on or our so that the their them there they this to was we what when where which who why will with would you your'.split(
    ' ',
  ),
);

function hanTerms(run: string): Term[] {
  const characters = [...run];
  const pairs = characters.slice(1).map((second, i) => ({ text: `${characters[i]}${second}`, weak: false }));
  return [...characters.map((text) => ({ text, weak: characters.length > 1 })), ...pairs];
}

/** What of a text is marked and compared: English stems without little words; Chinese characters and pairs of them. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (const [piece] of fold(text).matchAll(pieces)) {
    if (isHan(piece)) terms.push(...hanTerms(piece));
    else if (!stopWords.has(piece)) terms.push({ text: stem(piece), weak: false });
  }
  return terms;
}
