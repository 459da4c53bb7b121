/** How the terms of the glossary are found in a text: the same in server and browser. Pure. */
import type { GlossaryTerm } from '../contract/glossary.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A Latin word is found whole; Chinese has no spaces, so that a term is found wherever it stands. */
const bounded = (word: string): string => {
  const before = /^[\p{Script=Latin}\p{N}]/u.test(word) ? '(?<![\\p{Script=Latin}\\p{N}])' : '';
  const after = /[\p{Script=Latin}\p{N}]$/u.test(word) ? '(?![\\p{Script=Latin}\\p{N}])' : '';
  return before + escaped(word) + after;
};

export interface TermPattern {
  readonly pattern: RegExp;
  /** By a name in lower case. */
  readonly idOf: ReadonlyMap<string, string>;
}

const patterns = new WeakMap<readonly GlossaryTerm[], TermPattern>();

/** One pattern for all names of all terms, the longest first, so that the most special term wins; made once for a glossary. */
export function termPattern(terms: readonly GlossaryTerm[]): TermPattern {
  const made = patterns.get(terms);
  if (made !== undefined) return made;
  const names = terms
    .flatMap(({ id, term, aliases }) => [term, ...aliases].map((name) => ({ id, name })))
    .sort((a, b) => b.name.length - a.name.length);
  const pattern = {
    pattern: new RegExp(names.map(({ name }) => bounded(name)).join('|'), 'giu'),
    idOf: new Map(names.map(({ id, name }) => [name.toLowerCase(), id])),
  };
  patterns.set(terms, pattern);
  return pattern;
}
