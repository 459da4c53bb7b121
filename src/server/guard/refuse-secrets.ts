import { isMistakable } from '../../contract/secrets.ts';
import { findSecrets } from '../../guard/find-secrets.ts';
import { AppError } from '../platform/app-error.ts';
import type { GuardedText } from './inspect.ts';

/** The same words, every text of them looked through. */
export type Guarded<T> = T extends string
  ? GuardedText
  : T extends object
    ? { [K in keyof T]: Guarded<T[K]> }
    : T;

export const HOLDS_SECRET = 'must not hold a card number or another secret';

/**
 * Where a secret is in the texts of a value, as paths of fields. `sureOnly` leaves out what only the words around it make
 * a secret: articles explain such things.
 */
export function whereSecrets(value: unknown, sureOnly = false, at = ''): string[] {
  if (typeof value === 'string')
    return findSecrets(value).some(({ kind }) => !(sureOnly && isMistakable(kind))) ? [at] : [];
  if (typeof value !== 'object' || value === null) return [];
  const under = at === '' ? '' : `${at}.`;
  return Object.entries(value).flatMap(([key, one]) => whereSecrets(one, sureOnly, `${under}${key}`));
}

/**
 * What we write ourselves - replies, names, articles - is shown to many: a secret in it is refused, not masked, so that its
 * writer puts it right.
 * @throws AppError `invalid-input` naming each field that holds one
 */
export function refuseSecrets<T>(words: T, { sureOnly = false, at = '' } = {}): Guarded<T> {
  const fields = whereSecrets(words, sureOnly, at).map((path) => ({ path, message: HOLDS_SECRET }));
  if (fields.length === 0) return words as Guarded<T>;
  throw new AppError('invalid-input', { fields: fields.map(({ path }) => path).join(', ') }, fields);
}
