import type { GlossaryTerm } from '../contract/glossary.ts';
import { termPattern } from './term-pattern.ts';

/** A part of a text: words as they are, or words that name a term. */
export type TermPart = string | { readonly words: string; readonly term: GlossaryTerm };

/** A text cut at the first use of each term; all parts together are the text. Pure. */
export function termParts(text: string, terms: readonly GlossaryTerm[]): TermPart[] {
  if (terms.length === 0) return [text];
  const { pattern, idOf } = termPattern(terms);
  const parts: TermPart[] = [];
  const used = new Set<string>();
  let done = 0;
  for (const { 0: words, index } of text.matchAll(pattern)) {
    const id = idOf.get(words.toLowerCase());
    const term = terms.find((one) => one.id === id);
    if (term === undefined || used.has(term.id)) continue;
    used.add(term.id);
    if (index > done) parts.push(text.slice(done, index));
    parts.push({ words, term });
    done = index + words.length;
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
}
