/** One language of an article as a Markdown file with front matter, as the starter content is written. Pure. */
import { isNode, LineCounter, parseDocument, stringify } from 'yaml';
import { fieldPhrase } from '../../../contract/field-words.ts';
import { type Locale, locales } from '../../../contract/locale.ts';
import { type Fault, FlatPiece, faultsOf, type Piece, pieceOf } from './portable.ts';

/** Front matter is a page at the most; more is no article. */
const HEAD_MAX = 500_000;

export function writeMarkdown({ body, ...head }: FlatPiece): string {
  const kept = Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined));
  return `---\n${stringify(kept, { lineWidth: 0 })}---\n${body}\n`;
}

/** The language that the name of a file says: `cards/card-declined.en.md`. */
export const localeOfFile = (path: string): Locale | undefined =>
  locales.find((locale) => path.endsWith(`.${locale}.md`));

/** The article that the name of a file says, for when the file itself does not. */
const idOfFile = (path: string, locale: Locale): string =>
  path.slice(path.lastIndexOf('/') + 1, -`.${locale}.md`.length);

/** Files written on Windows end their lines in two characters, of which one is meant. */
const unixLines = (text: string): string =>
  /^\uFEFF?---\r\n/.test(text) ? text.replaceAll('\r\n', '\n') : text;

function parseHead(head: string) {
  const lines = new LineCounter();
  const document = parseDocument(head, { lineCounter: lines, logLevel: 'silent' });
  // The head begins on the second line of the file.
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  const [error] = document.errors;
  if (error !== undefined) return { line: lineAt(error.pos[0]) };
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  return { value: document.toJS({ maxAliasCount: 0 }) as unknown, lineOf };
}

type Read = { piece: Piece; faults?: never } | { piece?: never; faults: Fault[] };

/** Reads a file. `path` names the language; `speak` is the language of what is said of faults. */
export function readMarkdown(path: string, given: string, speak: Locale): Read {
  const locale = localeOfFile(path) as Locale;
  const guess = idOfFile(path, locale);
  const refuse = (line: number, message: string): Read => ({
    faults: [{ source: path, line, id: guess, field: 'front matter', message: fieldPhrase(message, speak) }],
  });
  const text = unixLines(given).replace(/^\uFEFF/, '');
  const [, head = '', body] = /^---\n([\s\S]*?\n)??---(?:\n([\s\S]*))?$/.exec(text) ?? [];
  if (!text.startsWith('---\n') || (head === '' && body === undefined)) return refuse(1, 'is missing');
  if (head.length > HEAD_MAX) return refuse(1, 'is too long');
  try {
    const { line, value, lineOf } = parseHead(head);
    if (lineOf === undefined || typeof value !== 'object' || value === null)
      return refuse(line ?? 1, 'is not valid');
    const parsed = FlatPiece.safeParse({ ...value, body: body ?? '' });
    if (parsed.success) return { piece: pieceOf(parsed.data, locale, { source: path, line: 1 }) };
    const said = (value as { id?: unknown }).id;
    const id = typeof said === 'string' ? said : guess;
    const bodyLine = head.split('\n').length + 2;
    const at = (keys: readonly PropertyKey[]) => (keys[0] === 'body' ? bodyLine : lineOf(keys));
    return { faults: faultsOf(parsed.error, { source: path, id, locale: speak }, at) };
  } catch {
    // Nested too deep, or naming itself over and over: what a reader gives up on.
    return refuse(1, 'is not valid');
  }
}
