/** Puts the languages of articles together. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { fieldPhrase } from '../../../contract/field-words.ts';
import type { Locale } from '../../../contract/locale.ts';
import type { Fault, Found, Piece, Portable, Settings } from './portable.ts';

/** Languages that are there twice, and settings in which the languages of one article differ. */
function contradictions(pieces: readonly Piece[], locale: Locale): Fault[] {
  const [first, ...others] = pieces as [Piece, ...Piece[]];
  const fault = ({ source, line, id }: Piece, field: string, message: string): Fault => {
    return { source, line, id, field, message: fieldPhrase(message, locale) };
  };
  const seen = new Set([first.locale]);
  return others.flatMap((piece) => {
    const twice = seen.has(piece.locale) ? [fault(piece, 'language', 'is named twice')] : [];
    seen.add(piece.locale);
    const fields = Object.keys(first.settings) as (keyof Settings)[];
    const differing = fields.filter(
      (field) => !isDeepStrictEqual(first.settings[field], piece.settings[field]),
    );
    return [...twice, ...differing.map((field) => fault(piece, field, 'differs from the other language'))];
  });
}

/** The articles that these pieces make. One fault in one language refuses the article: half of it helps nobody. */
export function gather(pieces: readonly Piece[], faults: readonly Fault[], locale: Locale): Found {
  const all = [...faults];
  const found: Portable[] = [];
  for (const [id, own] of Map.groupBy(pieces, (piece) => piece.id)) {
    const { settings, source, line } = own[0] as Piece;
    all.push(...contradictions(own, locale));
    const versions = Object.fromEntries(own.map((piece) => [piece.locale, piece.text]));
    found.push({ id, source, line, settings, versions });
  }
  const refused = new Set(all.map((fault) => fault.id));
  return { found: found.filter(({ id }) => !refused.has(id)), faults: all };
}
