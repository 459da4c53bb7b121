/**
 * The phrase by which a customer knows our letters. Only who verified the address sees it, and changing it takes a code
 * that was asked for just then: somebody with the customer's unlocked phone must not make our letters look false, or
 * learn to write true-looking ones.
 */
import type { Locale } from '../../contract/locale.ts';
import type { MyPhrase } from '../../contract/phrases.ts';
import type { Deps } from '../deps.ts';
import { type GuardedText, inspect } from '../guard/inspect.ts';
import { HOLDS_SECRET } from '../guard/refuse-secrets.ts';
import { AppError } from '../platform/app-error.ts';
import { sendCode, tryCode, VALID_MINUTES } from './codes.ts';
import { findCustomer } from './customer-store.ts';
import { phraseOf, putPhrase } from './phrase-store.ts';

const letter: Record<Locale, (code: string) => { subject: string; text: string }> = {
  'zh-CN': (code) => ({
    subject: `您的验证码：${code}`,
    text: `您的验证码是 ${code}，${VALID_MINUTES} 分钟内有效。\n它用于设置您的防伪短语。如果不是您本人操作，请忽略本邮件。我们的客服不会向您索要这个验证码。`,
  }),
  en: (code) => ({
    subject: `Your code: ${code}`,
    text: `Your code is ${code}. It is valid for ${VALID_MINUTES} minutes.\nIt sets the phrase you know our letters by. If this was not you, ignore this letter. Our agents never ask for this code.`,
  }),
};

/** The address that letters go to; null until it was verified. */
async function addressOf({ sql }: Pick<Deps, 'sql'>, customerId: string): Promise<string | null> {
  const customer = await findCustomer(sql, customerId);
  return customer?.emailVerified ? customer.email : null;
}

async function verifiedAddress(deps: Pick<Deps, 'sql'>, customerId: string): Promise<string> {
  const email = await addressOf(deps, customerId);
  if (email === null) throw new AppError('email-not-verified');
  return email;
}

export async function myPhrase(deps: Pick<Deps, 'sql'>, customerId: string): Promise<MyPhrase> {
  const email = await addressOf(deps, customerId);
  if (email === null) return { email: null, phrase: null, setAt: null };
  const { phrase, setAt } = await phraseOf(deps.sql, email);
  return { email, phrase, setAt: setAt?.toISOString() ?? null };
}

/** Sends a code to the customer's verified address. @throws AppError `email-not-verified` */
export async function sendPhraseCode(
  deps: Deps,
  { customerId, locale, address }: { customerId: string; locale: Locale; address: string },
): Promise<void> {
  const email = inspect(await verifiedAddress(deps, customerId), locale).text;
  await sendCode(deps, { customerId, email, purpose: 'phrase', locale, address, letter: letter[locale] });
}

/** A phrase that may be kept. @throws AppError `phrase-secret` for one that is a secret itself: it stands in every letter */
export function guardedPhrase(phrase: string): GuardedText {
  const { text, removed } = inspect(phrase, 'en');
  if (removed.length > 0)
    throw new AppError('phrase-secret', {}, [{ path: 'phrase', message: HOLDS_SECRET }]);
  return text;
}

/** @throws AppError `email-not-verified`, `code-wrong`, `phrase-secret` */
export async function setPhrase(
  deps: Deps,
  customerId: string,
  { phrase, code }: { phrase: string; code: string },
): Promise<MyPhrase> {
  const kept = guardedPhrase(phrase);
  const email = await verifiedAddress(deps, customerId);
  const codeId = await tryCode(deps, { customerId, email, purpose: 'phrase' }, code);
  const now = deps.clock.now();
  if (!(await putPhrase(deps.sql, { codeId, email, phrase: kept, now }))) throw new AppError('code-wrong');
  return { email, phrase: kept, setAt: now.toISOString() };
}
