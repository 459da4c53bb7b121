/** All of the guard that a page needs, in one piece that is fetched when somebody begins to write. */
import type { Locale } from '../../../contract/locale.ts';
import { isMistakable, type MistakableKind, type SecretKind } from '../../../contract/secrets.ts';
import { nameOf } from '../../../guard/marks.ts';
import { mask } from '../../../guard/mask.ts';

/** What the guard saw in a text that is about to be sent. */
export interface Seen {
  /** The text as it may go out, with marks in the place of what was seen. */
  readonly text: string;
  /** What was seen, as a list in the reader's language. */
  readonly names: string;
  /** Of that, what the writer may say is none, and what goes out then. */
  readonly doubt: {
    readonly kinds: readonly MistakableKind[];
    readonly names: string;
    readonly text: string;
  };
  /** All of it may be a mistake. */
  readonly onlyDoubt: boolean;
}

/** Looks through a text; null when nothing is seen in it. */
export function look(text: string, locale: Locale): Seen | null {
  const { text: safe, removed } = mask(text, locale);
  if (removed.length === 0) return null;
  const kinds = [...new Set(removed.map(({ kind }) => kind))];
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const named = (some: readonly SecretKind[]) => list.format(some.map((kind) => nameOf(kind, locale)));
  const doubtful = kinds.filter(isMistakable);
  return {
    text: safe,
    names: named(kinds),
    doubt: { kinds: doubtful, names: named(doubtful), text: mask(text, locale, doubtful).text },
    onlyDoubt: doubtful.length === kinds.length,
  };
}

/** A text as it may be kept on this device. */
export const withoutSecrets = (text: string, locale: Locale): string => mask(text, locale).text;
