import { isHeated } from './heated.ts';

const emphasis = /他妈的|妈的|\b(?:the )?f+u+c+k+(?:ing|ed)? ?/gi;
/** A part of a sentence with the sign that ends it. */
const clause = /[^，。！？；,.!?;\n]+[，。！？；,.!?;\n]*\s*/g;
const edges = /^[\s，。！？；,.!?;]+|[\s，,;；]+$/g;

/**
 * The same message without its insults: words of emphasis go, then the clauses that still insult; all that is left is
 * the writer's own. A clause with a number in it stays, whatever its tone: facts are worth more than manners.
 * @param opening a calm sentence to begin with
 */
export function calmer(text: string, opening: string): string {
  const kept = (text.replace(emphasis, '').match(clause) ?? [])
    .filter((part) => !isHeated(part) || /\d/.test(part))
    .join('')
    .replace(edges, '');
  return `${opening}${opening.endsWith('.') && kept !== '' ? ' ' : ''}${kept}`;
}
