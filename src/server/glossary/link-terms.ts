/** Finds the terms of the glossary in a text. Pure. */
import type { GlossaryTerm } from '../../contract/glossary.ts';
import { termPattern } from '../../glossary/term-pattern.ts';

/** Elements whose text is left as it is: they lead somewhere already, are headings, or are to be read letter by letter. */
const leftAlone = /^(a|h[1-6]|code|pre|button)$/;
const tokens = /<(\/?)([a-z][a-z0-9]*)[^>]*>|[^<]+|</gi;

/** What may begin no line. What a term is marked with is a box to the browser, which breaks lines after every box. */
const closing = /^[.,:;!?)、。，：；！？）」』】》”’]/;
const WORD_JOINER = '\u2060';

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
  const { pattern, idOf } = termPattern(terms);
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
