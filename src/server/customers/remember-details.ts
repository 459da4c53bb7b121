import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { type GuardedText, inspect } from '../guard/inspect.ts';
import { HOLDS_SECRET } from '../guard/refuse-secrets.ts';
import { invalidField } from '../platform/app-error.ts';
import { updateCustomer } from './customer-store.ts';

/** What a customer types about themselves; null takes it back. */
export interface SaidDetails {
  name?: string | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  account?: string | null | undefined;
  locale?: Locale | undefined;
}

/** An address with a mark in it would reach nobody, so one that holds a secret is refused. @throws AppError `invalid-input` */
export function guardAddress<T extends string | null | undefined>(
  email: T,
  locale: Locale,
): (T & GuardedText) | Exclude<T, string> {
  if (typeof email !== 'string') return email as Exclude<T, string>;
  const { text, removed } = inspect(email, locale);
  if (removed.length > 0) throw invalidField('email', HOLDS_SECRET);
  return text as T & GuardedText;
}

/** Keeps what a customer said of themselves for the next time, guarded like everything they type. */
export async function rememberDetails(
  deps: Pick<Deps, 'sql'>,
  customerId: string,
  { name, email, phone, account, locale }: SaidDetails,
): Promise<void> {
  const language = locale ?? 'zh-CN';
  const guarded = <T extends string | null | undefined>(text: T) =>
    typeof text === 'string' ? inspect(text, language).text : (text as Exclude<T, string>);
  await updateCustomer(deps.sql, customerId, {
    name: guarded(name),
    email: guardAddress(email, language),
    phone: guarded(phone),
    account: guarded(account),
    locale,
  });
}
