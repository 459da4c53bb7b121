import type { ArticleContent, ArticleText } from '../../../../contract/editing.ts';
import type { Locale } from '../../../../contract/locale.ts';
import { locales } from '../../i18n.ts';

/** An article's words in one language as they are typed: lists have an entry on each line. */
export interface FormText {
  readonly title: string;
  readonly answer: string;
  readonly body: string;
  readonly similar: string;
  readonly keywords: string;
  readonly prepare: string;
  readonly reviewedOn: string;
}

/** An article as it is typed, which may be more or less than the server takes: a trailing blank, an empty line. */
export interface Form extends Omit<ArticleContent, 'versions'> {
  readonly versions: Readonly<Record<Locale, FormText | null>>;
}

/** Today on the reader's calendar, YYYY-MM-DD. */
export const today = (): string => new Intl.DateTimeFormat('en-CA').format(new Date());

export const blankText = (): ArticleText => ({
  title: '',
  answer: '',
  body: '',
  similar: [],
  keywords: [],
  prepare: [],
  reviewedOn: today(),
});

const inLines = (list: readonly string[]): string => list.join('\n');

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const typedText = ({ similar, keywords, prepare, ...words }: ArticleText): FormText => ({
  ...words,
  similar: inLines(similar),
  keywords: inLines(keywords),
  prepare: inLines(prepare),
});

const textOf = ({ title, answer, body, similar, keywords, prepare, reviewedOn }: FormText): ArticleText => ({
  title: title.trim(),
  // The answer is one paragraph; whoever breaks a line in it means a blank.
  answer: answer.replace(/\s*\n\s*/g, ' ').trim(),
  body: body.trim(),
  similar: linesOf(similar),
  keywords: linesOf(keywords),
  prepare: linesOf(prepare),
  reviewedOn: reviewedOn || today(),
});

function inBoth<A, B>(versions: Readonly<Record<Locale, A | null>>, turn: (version: A) => B) {
  return Object.fromEntries(
    locales.map((locale) => {
      const version = versions[locale];
      return [locale, version === null ? null : turn(version)];
    }),
  ) as Record<Locale, B | null>;
}

export const formOf = (content: ArticleContent): Form => ({
  ...content,
  versions: inBoth(content.versions, typedText),
});

/** What the server is given: the same article whatever the order its parts came in, so that equal is equal as JSON. */
export function contentOf({
  topic,
  position,
  related,
  terms,
  contact,
  ownerId,
  versions,
}: Form): ArticleContent {
  return { topic, position, related, terms, contact, ownerId, versions: inBoth(versions, textOf) };
}

/** Whether two forms are the same article. */
export const isSame = (a: Form, b: Form): boolean =>
  JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
