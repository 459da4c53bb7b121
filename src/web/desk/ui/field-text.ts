import type { TFunction } from 'i18next';

const known: readonly [
  RegExp,
  'fields.empty' | 'fields.email' | 'fields.weak' | 'fields.overlap' | 'fields.twice' | 'fields.long',
][] = [
  [/must not be empty|too small|required|received undefined/i, 'fields.empty'],
  [/email/i, 'fields.email'],
  [/easy to guess/i, 'fields.weak'],
  [/overlap/i, 'fields.overlap'],
  [/named twice/i, 'fields.twice'],
  [/too big/i, 'fields.long'],
];

/** What is wrong with an input, in the reader's language. The server words fields in English; unknown words are shown only there. */
export function fieldText(message: string, t: TFunction, locale: string): string {
  const key = known.find(([pattern]) => pattern.test(message))?.[1];
  if (key !== undefined) return t(key);
  return locale === 'en' ? message : t('fields.other');
}
