import type { Locale } from '../../contract/locale.ts';
import { en } from './locales/en.ts';
import { type WordKey, zhCN } from './locales/zh-CN.ts';

const catalogues: Record<Locale, Record<WordKey, string>> = { 'zh-CN': zhCN, en };

/** The names in a text's braces. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type NamesOf<Key extends WordKey> = Names<(typeof zhCN)[Key]>;

/** What a key must be given: nothing, or a value for each name in its text. */
export type Values<Key extends WordKey> = [NamesOf<Key>] extends [never]
  ? []
  : [values: Record<NamesOf<Key>, string | number>];

type CountedKey = { [Key in WordKey]: Key extends `${infer Base}.other` ? Base : never }[WordKey];

/** The words of one language; a missing key, name or value does not compile. */
export interface Words {
  readonly locale: Locale;
  <Key extends WordKey>(key: Key, ...values: Values<Key>): string;
  /** A text that depends on a number, as the language counts. */
  count(key: CountedKey, count: number): string;
  /** A text with its braces, for a script that fills them. */
  raw(key: WordKey): string;
}

const fill = (text: string, values: Record<string, string | number> = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

function makeWords(locale: Locale): Words {
  const catalogue = catalogues[locale];
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const words = (key: WordKey, values?: Record<string, string | number>) => fill(catalogue[key], values);
  const count = (key: CountedKey, n: number) => {
    const form = plural.select(n) === 'one' ? 'one' : 'other';
    return fill(catalogue[`${key}.${form}` as WordKey], { count: number.format(n) });
  };
  const raw = (key: WordKey) => catalogue[key];
  return Object.assign(words, { locale, count, raw }) as Words;
}

const made: Record<Locale, Words> = { 'zh-CN': makeWords('zh-CN'), en: makeWords('en') };

/** The words of the public pages in a language. */
export function wordsFor(locale: Locale): Words {
  return made[locale];
}
