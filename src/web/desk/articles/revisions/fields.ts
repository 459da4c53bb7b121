import type { ArticleContent, ArticleText } from '../../../../contract/editing.ts';
import type { Locale } from '../../../../contract/locale.ts';
import { locales } from '../../i18n.ts';

const shared = ['topic', 'contact', 'position', 'related', 'terms', 'ownerId'] as const;
const worded = ['title', 'answer', 'body', 'similar', 'keywords', 'prepare', 'reviewedOn'] as const;

/** A part of an article as a text that can be compared; lists have an entry on each line. */
export interface Field {
  readonly name: (typeof shared)[number] | (typeof worded)[number];
  /** Null: it holds for every language. */
  readonly locale: Locale | null;
  readonly before: string;
  readonly after: string;
}

const asText = (value: string | number | readonly string[] | null): string =>
  value === null ? '' : typeof value === 'object' ? value.join('\n') : String(value);

const wordOf = (text: ArticleText | null, name: (typeof worded)[number]): string =>
  text === null ? '' : asText(text[name]);

/** What differs between two texts of an article, in the order of the editor. */
export function changedFields(before: ArticleContent, after: ArticleContent): Field[] {
  const words = locales.flatMap((locale) =>
    worded.map((name) => ({
      name,
      locale,
      before: wordOf(before.versions[locale], name),
      after: wordOf(after.versions[locale], name),
    })),
  );
  const settings = shared.map((name) => ({
    name,
    locale: null,
    before: asText(before[name]),
    after: asText(after[name]),
  }));
  return [...words, ...settings].filter((field) => field.before !== field.after);
}
