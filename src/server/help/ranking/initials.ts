/**
 * Pinyin initials: "zzsb" is how people with a Latin keyboard write 转账失败. Pure. The initial of a character follows from where it stands
 * in the pinyin order of Unicode's collation, which the runtime brings along: no table of twenty thousand characters.
 */
import type { Rankable } from './model.ts';
import { fold, isHan } from './text.ts';

const byPinyin = new Intl.Collator('zh-CN-u-co-pinyin');
/** The first character of each initial in the pinyin order. */
const firsts = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀'];
const letters = [...'abcdefghjklmnopqrstwxyz'];
/** Characters that payment services use in another reading than the usual one. */
const alsoRead = new Map([
  ['行', 'h'],
  ['重', 'c'],
  ['长', 'z'],
  ['调', 'd'],
  ['还', 'h'],
  ['单', 'd'],
  ['解', 'j'],
]);

const known = new Map<string, string>();

/** The letters that a character may be typed by; '' for what has none. */
function initialsOf(character: string): string {
  const kept = known.get(character);
  if (kept !== undefined) return kept;
  const place = firsts.findLastIndex((first) => byPinyin.compare(first, character) <= 0);
  const initials = (letters[place] ?? '') + (alsoRead.get(character) ?? '');
  known.set(character, initials);
  return initials;
}

/** A text by the letters it may be typed with, place by place. */
const typed = (text: string): string[] =>
  [...fold(text)].flatMap((character) =>
    isHan(character) ? initialsOf(character) : /[a-z0-9]/.test(character) ? character : [],
  );

const startsAt = (places: readonly string[], at: number, wanted: string): boolean =>
  [...wanted].every((letter, i) => places[at + i]?.includes(letter) === true);

/** Whether a text can be meant: at its beginning, further on, or not at all. */
function meant(places: readonly string[], wanted: string): 'begins' | 'holds' | null {
  const at = places.findIndex((_, i) => startsAt(places, i, wanted));
  return at < 0 ? null : at === 0 ? 'begins' : 'holds';
}

/** Fewer letters fit everything, and more are a word. */
const initials = /^[a-z]{3,10}$/;
/** A title counts more than a similar question, its beginning more than its end. */
const worth = { title: { begins: 4, holds: 3 }, similar: { begins: 2, holds: 1 } } as const;

const kept = new WeakMap<Rankable, { title: string[]; similar: string[][] }>();

function placesOf(article: Rankable) {
  const held = kept.get(article);
  if (held !== undefined) return held;
  const chinese = article.similar.filter((text) => /\p{Script=Han}/u.test(text));
  const places = {
    title: /\p{Script=Han}/u.test(article.title) ? typed(article.title) : [],
    similar: chinese.map(typed),
  };
  kept.set(article, places);
  return places;
}

function worthOf(article: Rankable, wanted: string): number {
  const { title, similar } = placesOf(article);
  const inTitle = meant(title, wanted);
  if (inTitle !== null) return worth.title[inTitle];
  return similar.reduce((best, one) => {
    const how = meant(one, wanted);
    return how === null ? best : Math.max(best, worth.similar[how]);
  }, 0);
}

/** Articles whose Chinese title or similar questions can be typed by these letters, best first; none for what is no such letters. */
export function foundByInitials(
  articles: readonly Rankable[],
  question: string,
): { id: string; score: number }[] {
  const wanted = fold(question).trim();
  if (!initials.test(wanted)) return [];
  return articles
    .map((article) => ({ id: article.id, score: worthOf(article, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}
