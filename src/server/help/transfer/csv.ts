/** Articles as CSV: a line for each language of each article, lists with an entry on each line of a cell. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { fieldPhrase } from '../../../contract/field-words.ts';
import { Locale } from '../../../contract/locale.ts';
import { gather } from './gather.ts';
import { type Fault, FlatPiece, type Found, faultsOf, type Piece, pieceOf } from './portable.ts';

const lists = ['related', 'terms', 'similar', 'keywords', 'prepare'] as const;
const columns = [
  ...['id', 'language', 'topic', 'position', 'contact', 'owner', 'related', 'terms'],
  ...['title', 'answer', 'body', 'similar', 'keywords', 'prepare', 'reviewed'],
];
const needed = ['id', 'language', 'topic', 'contact', 'title', 'answer', 'body', 'reviewed'];

/** A spreadsheet takes a cell that begins like this for a formula, and runs it. */
const formula = /^'*[=+\-@\t\r]/;
const disarm = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);
const rearm = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

const cellOf = (value: unknown): string =>
  disarm(Array.isArray(value) ? value.join('\n') : String(value ?? ''));

/** Begins with a mark by which spreadsheets know that the letters are UTF-8. */
export function writeCsv(pieces: readonly { locale: Locale; flat: FlatPiece }[]): string {
  const rows = pieces.map(({ locale, flat }) => {
    const values: Record<string, unknown> = { ...flat, language: locale };
    return columns.map((column) => cellOf(values[column]));
  });
  return `\uFEFF${stringify([columns, ...rows], { quoted: true })}`;
}

/** A line as a piece would be written. An empty cell: no position or owner said, an empty list, no words. */
function flatOf(cells: ReadonlyMap<string, string>): Record<string, unknown> {
  const { language: _, position, owner, ...flat } = Object.fromEntries(cells);
  const listed = lists.map((name) => [name, (cells.get(name) ?? '').split(/\r?\n/).filter((s) => s !== '')]);
  return {
    ...flat,
    ...Object.fromEntries(listed),
    ...(position === undefined || position === '' ? {} : { position: Number(position) }),
    ...(owner === undefined ? {} : { owner: owner === '' ? null : owner }),
  };
}

async function* recordsIn(content: Buffer): AsyncGenerator<{ record: string[]; line: number }> {
  // In parts, so that other work is done between them.
  const parts = Array.from({ length: Math.ceil(content.length / 65_536) }, (_, i) =>
    content.subarray(i * 65_536, (i + 1) * 65_536),
  );
  const parser = Readable.from(parts).pipe(
    parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true }),
  );
  let line = 1;
  for await (const { record, info } of parser as AsyncIterable<{
    record: string[];
    info: { lines: number };
  }>) {
    yield { record, line };
    line = info.lines + 1;
  }
}

function readLine(
  cells: ReadonlyMap<string, string>,
  line: number,
  speak: Locale,
): { piece?: Piece; faults: Fault[] } {
  const id = cells.get('id') || null;
  const language = Locale.safeParse(cells.get('language'));
  const parsed = FlatPiece.safeParse(flatOf(cells));
  if (language.success && parsed.success)
    return { piece: pieceOf(parsed.data, language.data, { source: '', line }), faults: [] };
  const message = fieldPhrase('is not one of the choices', speak);
  return {
    faults: [
      ...(language.success ? [] : [{ source: '', line, id, field: 'language', message }]),
      ...(parsed.success ? [] : faultsOf(parsed.error, { source: '', id, locale: speak }, () => line)),
    ],
  };
}

/** Reads CSV. Columns are known by their names, in any order; others are left alone. */
export async function readCsv(content: Buffer, speak: Locale): Promise<Found> {
  const pieces: Piece[] = [];
  const faults: Fault[] = [];
  const blame = (line: number, field: string, message: string) =>
    faults.push({ source: '', line, id: null, field, message: fieldPhrase(message, speak) });
  let names: string[] | null = null;
  try {
    for await (const { record, line } of recordsIn(content)) {
      if (names === null) {
        names = record.map((name) => name.trim().toLowerCase());
        const missing = needed.filter((name) => !names?.includes(name));
        for (const name of missing) blame(line, name, 'is missing');
        if (missing.length > 0) break;
        continue;
      }
      const known = names.flatMap((name, i): [string, string][] =>
        columns.includes(name) ? [[name, rearm(record[i] ?? '')]] : [],
      );
      const read = readLine(new Map(known), line, speak);
      if (read.piece !== undefined) pieces.push(read.piece);
      faults.push(...read.faults);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quotation mark that is never closed: where rows end is not known any more, of those before it either.
    const message = fieldPhrase('is not valid', speak);
    return {
      found: [],
      faults: [{ source: '', line: Number(error.lines ?? 1), id: null, field: 'csv', message }],
    };
  }
  return gather(pieces, faults, speak);
}
