/** Articles outside the centre: what files hold of them, whatever the format. Pure. */
import { z } from 'zod';
import { ArticleContent, ArticleText } from '../../../contract/editing.ts';
import { fieldText } from '../../../contract/field-words.ts';
import { Slug } from '../../../contract/help.ts';
import type { Locale } from '../../../contract/locale.ts';

const { topic, position, related, terms, contact } = ArticleContent.shape;

/**
 * What holds for an article in every language. People are named by their e-mail address, which other centres know as
 * well. What a file does not say stays as it is.
 */
export const settingFields = {
  topic,
  position: position.optional(),
  contact,
  owner: z.string().max(254).nullable().optional(),
  related: related.default([]),
  terms: terms.default([]),
};
const Settings = z.object(settingFields);
export type Settings = z.infer<typeof Settings>;

const { reviewedOn, ...words } = ArticleText.shape;

/** One language of an article, as a Markdown file and a line of CSV hold it. */
export const FlatPiece = z.strictObject({ id: Slug, ...settingFields, ...words, reviewed: reviewedOn });
export type FlatPiece = z.infer<typeof FlatPiece>;

/** Where something stands in what was given: the file in an archive or '', and the line in it, 1 and up. */
export interface Place {
  readonly source: string;
  readonly line: number;
}

export interface Piece extends Place {
  readonly id: string;
  readonly locale: Locale;
  readonly settings: Settings;
  readonly text: ArticleText;
}

/** Why something cannot be taken; `id` where it can be said whose it is. */
export interface Fault extends Place {
  readonly id: string | null;
  readonly field: string;
  readonly message: string;
}

/** An article as it was found; languages that are not there stay as they are. */
export interface Portable extends Place {
  readonly id: string;
  readonly settings: Settings;
  readonly versions: Partial<Record<Locale, ArticleText>>;
}

/** What a reader made of a file. An article that is refused for one fault is not among `found`. */
export interface Found {
  readonly found: readonly Portable[];
  readonly faults: readonly Fault[];
}

export function pieceOf(flat: FlatPiece, locale: Locale, place: Place): Piece {
  const { id, title, answer, body, similar, keywords, prepare, reviewed, ...settings } = flat;
  const text = { title, answer, body, similar, keywords, prepare, reviewedOn: reviewed };
  return { ...place, id, locale, settings, text };
}

/** A schema's complaints as faults; `lineOf` says where the part at a path stands. */
export function faultsOf(
  error: z.ZodError,
  { source, id, locale }: { source: string; id: string | null; locale: Locale },
  lineOf: (path: readonly PropertyKey[]) => number,
): Fault[] {
  return error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const path = unknown === undefined ? issue.path : [...issue.path, unknown];
    const complaint = { code: issue.code, message: issue.message, details: issue as object };
    return {
      source,
      line: lineOf(path),
      id,
      field: path.map(String).join('.'),
      message: fieldText(complaint, locale),
    };
  });
}
