import { parseSync, Visitor } from 'vite';

/** The texts in one source file that could name a key of a catalogue, or be words that belong in one. */
export interface Spoken {
  readonly path: string;
  /** Every string literal. */
  readonly strings: ReadonlySet<string>;
  /** Every template with holes, as a pattern of what it can become. */
  readonly patterns: RegExp[];
  /** Words written into the page itself instead of a catalogue. */
  readonly hardCoded: { readonly text: string; readonly line: number }[];
}

const chinese = /[\u3400-\u9fff]/;
const letters = /[A-Za-z]{2}/;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Reads one source file of the browser or of the pages the server draws. */
export function readWords(path: string, code: string): Spoken {
  const { program } = parseSync(path, code);
  const strings = new Set<string>();
  const patterns: RegExp[] = [];
  const hardCoded: { text: string; line: number }[] = [];
  const remark = (text: string, start: number): void => {
    hardCoded.push({ text: text.trim(), line: code.slice(0, start).split('\n').length });
  };
  new Visitor({
    Literal({ value, start }) {
      if (typeof value !== 'string') return;
      strings.add(value);
      if (chinese.test(value)) remark(value, start);
    },
    TemplateLiteral({ quasis, start }) {
      const parts = quasis.map(({ value }) => value.raw);
      if (parts.length === 1) strings.add(parts[0] ?? '');
      // A template of holes alone could be any key, and would excuse them all.
      else if (parts.some((part) => /\w/.test(part)))
        patterns.push(new RegExp(`^${parts.map(escaped).join('.+')}$`));
      if (parts.some((part) => chinese.test(part))) remark(parts.join(''), start);
    },
    JSXText({ value, start }) {
      if (letters.test(value) || chinese.test(value)) remark(value, start);
    },
  }).visit(program);
  return { path, strings, patterns, hardCoded };
}
