/**
 * The words a text is found by. Pure, and the same for what is stored and what is asked.
 * Chinese, Japanese and Korean characters count singly and in neighbouring pairs, so that one character finds, and
 * several find only where they stand together; other scripts count by words, in lower case without accents.
 */
const WORD_MAX = 64;

/** The beginning of a long word. Half a character, left where it was cut, is nothing that PostgreSQL would store. */
const shortened = (word: string): string => word.slice(0, WORD_MAX).replace(/[\ud800-\udbff]$/, '');

const run =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)|([[\p{L}\p{N}_]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]]+)/gv;

const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .normalize('NFC');

const pairs = (characters: string[]): string[] =>
  characters.slice(1).map((character, index) => (characters[index] as string) + character);

/** Every word to store, each once. */
export function wordsOf(text: string): string[] {
  const words = new Set<string>();
  for (const [, ideographs, word] of normalise(text).matchAll(run)) {
    if (word !== undefined) words.add(shortened(word));
    const characters = [...(ideographs ?? '')];
    for (const character of characters) words.add(character);
    for (const pair of pairs(characters)) words.add(pair);
  }
  return [...words];
}

/** One thing to look for: a whole word, or the beginning of one. */
export interface Wanted {
  word: string;
  prefix: boolean;
}

/** What a question looks for, all of it; the last word of letters may be unfinished. */
export function wantedBy(question: string): Wanted[] {
  const wanted: Wanted[] = [];
  const found = [...normalise(question).matchAll(run)];
  for (const [index, [, ideographs, word]] of found.entries()) {
    if (word !== undefined) wanted.push({ word: shortened(word), prefix: index === found.length - 1 });
    const characters = [...(ideographs ?? '')];
    const parts = characters.length === 1 ? characters : pairs(characters);
    for (const part of parts) wanted.push({ word: part, prefix: false });
  }
  return wanted.slice(0, 24);
}

/** The question as a tsquery; words hold letters, digits and _ only, so quoting is enough. */
export const toTsquery = (wanted: Wanted[]): string =>
  wanted.map(({ word, prefix }) => `'${word}'${prefix ? ':*' : ''}`).join(' & ');

/** What to mark in a hit: the runs of the question as they were typed, without what we made of them. */
export const marksOf = (question: string): string[] => [
  ...new Set([...normalise(question).matchAll(run)].map(([whole]) => whole)),
];

/** The text around the first place that holds one of `marks`, at most `length` characters, with … where it was cut. */
export function snippetOf(text: string, marks: string[], length = 160): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const lower = line.toLowerCase();
  const at = Math.min(...marks.map((mark) => lower.indexOf(mark)).filter((index) => index >= 0), line.length);
  const from =
    at >= line.length ? 0 : Math.max(0, Math.min(at - Math.floor(length / 3), line.length - length));
  const cut = line
    .slice(from, from + length)
    .toWellFormed()
    .replace(/^\ufffd|\ufffd$/g, '');
  return `${from > 0 ? '…' : ''}${cut}${from + length < line.length ? '…' : ''}`;
}
