/** Finds the terms of the glossary in a text. Pure. */
import type { GlossaryTerm } from '../../contract/glossary.ts';

/** Elements whose text is left as it is: they lead somewhere already, are headings, or are to be read letter by letter. */
const leftAlone = /^(a|h[1-6]|code|pre|button)$/;
const tokens = /<(\/?)([a-z][a-z0-9]*)[^>]*>|[^<]+|</gi;

/** What may begin no line. What a term is marked with is a box to the browser, which breaks lines after every box. */
const closing = /^[.,:;!?)、。，：；！？）」』】》”’]/;
const WORD_JOINER = '\u2060';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A Latin word is found whole; Chinese has no spaces, so that a term is found wherever it stands. */
const bounded = (word: string): string => {
  const before = /^[\p{Script=Latin}\p{N}]/u.test(word) ? '(?<![\\p{Script=Latin}\\p{N}])' : '';
  const after = /[\p{Script=Latin}\p{N}]$/u.test(word) ? '(?![\\p{Script=Latin}\\p{N}])' : '';
  return before + escaped(word) + after;
};

export interface Finder {
  readonly pattern: RegExp;
  readonly idOf: ReadonlyMap<string, string>;
}

const finders = new WeakMap<readonly GlossaryTerm[], Finder>();

/** One pattern for all names of all terms, the longest first, so that the most special term wins. */
function finderFor(terms: readonly GlossaryTerm[]): Finder {
  const made = finders.get(terms);
  if (made !== undefined) return made;
  const names = terms
    .flatMap(({ id, term, aliases }) => [term, ...aliases].map((name) => ({ id, name })))
    .sort((a, b) => b.name.length - a.name.length);
  const finder = {
    pattern: new RegExp(names.map(({ name }) => bounded(name)).join('|'), 'giu'),
    idOf: new Map(names.map(({ id, name }) => [name.toLowerCase(), id])),
  };
  finders.set(terms, finder);
  return finder;
}

/**
 * Marks each term where it is first used in sanitised HTML, outside links, headings and code. Linear in its length.
 * @param mark gives the HTML for a term and the words that name it there, which are HTML already
 * @returns the HTML, and the ids of the terms in it in the order of their first use
 */
export function linkTerms(
  html: string,
  terms: readonly GlossaryTerm[],
  mark: (id: string, words: string) => string,
): { html: string; used: string[] } {
  if (terms.length === 0) return { html, used: [] };
  const { pattern, idOf } = finderFor(terms);
  const used = new Set<string>();
  let depth = 0;
  const linked = html.replace(tokens, (token, slash?: string, name?: string) => {
    if (name !== undefined) {
      if (leftAlone.test(name.toLowerCase())) depth = Math.max(0, depth + (slash === '/' ? -1 : 1));
      return token;
    }
    if (depth > 0) return token;
    return token.replace(pattern, (words, ...rest) => {
      const id = idOf.get(words.toLowerCase());
      if (id === undefined || used.has(id)) return words;
      used.add(id);
      const after = token[(rest.at(-2) as number) + words.length] ?? '';
      return mark(id, words) + (closing.test(after) ? WORD_JOINER : '');
    });
  });
  return { html: linked, used: [...used] };
}
