import type { ArticleText } from '../../../contract/editing.ts';
import { fieldPhrase } from '../../../contract/field-words.ts';
import { type Locale, locales } from '../../../contract/locale.ts';
import type { TransferFormat } from '../../../contract/transfer.ts';
import { readCsv, writeCsv } from './csv.ts';
import { gather } from './gather.ts';
import { readJson, writeJson } from './json.ts';
import { localeOfFile, readMarkdown, writeMarkdown } from './markdown-file.ts';
import type { Fault, FlatPiece, Found, Piece, Portable } from './portable.ts';
import { BadArchive, type PackedFile, pack, unpack } from './zip.ts';

/** An article on its way out. */
export type Outgoing = Omit<Portable, 'source' | 'line'>;

function flat({ id, settings, versions }: Outgoing): { locale: Locale; flat: FlatPiece }[] {
  return locales.flatMap((locale) => {
    const text: ArticleText | undefined = versions[locale];
    if (text === undefined) return [];
    const { reviewedOn: reviewed, ...words } = text;
    return [{ locale, flat: { id, ...settings, ...words, reviewed } }];
  });
}

async function* filesOf(articles: readonly Outgoing[]) {
  for (const article of articles) {
    for (const { locale, flat: piece } of flat(article))
      yield {
        path: `articles/${piece.topic}/${piece.id}.${locale}.md`,
        content: Buffer.from(writeMarkdown(piece)),
      };
  }
}

async function* inTurn(...all: (AsyncIterable<PackedFile> | undefined)[]) {
  for (const files of all) if (files !== undefined) yield* files;
}

async function readZip(content: Buffer, speak: Locale): Promise<Found> {
  const pieces: Piece[] = [];
  const faults: Fault[] = [];
  try {
    for await (const { path, content: bytes } of unpack(
      content,
      (name) => localeOfFile(name) !== undefined,
    )) {
      const read = readMarkdown(path, bytes.toString('utf8'), speak);
      if (read.piece !== undefined) pieces.push(read.piece);
      else faults.push(...read.faults);
    }
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error;
    const message = fieldPhrase(error.reason === 'broken' ? 'is not valid' : 'is too long', speak);
    // Nothing is taken of an archive that is not whole: what is missing could be half of an article.
    return { found: [], faults: [{ source: '', line: 1, id: null, field: 'zip', message }] };
  }
  return gather(pieces, faults, speak);
}

interface Format {
  readonly type: string;
  /** With `pictures`, those that the articles show, where the format can hold them. */
  write(articles: readonly Outgoing[], pictures?: AsyncIterable<PackedFile>): Promise<Buffer>;
  read(content: Buffer, speak: Locale): Promise<Found>;
}

/** The formats in which articles leave and come, each of which loses nothing. */
export const formats: Record<TransferFormat, Format> = {
  zip: {
    type: 'application/zip',
    write: async (articles, pictures) => pack(inTurn(filesOf(articles), pictures)),
    read: readZip,
  },
  csv: {
    type: 'text/csv; charset=utf-8',
    write: async (articles) => Buffer.from(writeCsv(articles.flatMap(flat))),
    read: readCsv,
  },
  json: {
    type: 'application/json; charset=utf-8',
    write: async (articles) => Buffer.from(writeJson(articles)),
    read: async (content, speak) => readJson(content.toString('utf8'), speak),
  },
};

/** The format that the ending of a name says. */
export function formatOf(name: string): TransferFormat | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return (['zip', 'csv', 'json'] as const).find((format) => format === ending);
}
