/** Six digits sent to an address, that show that whoever types them reads the letters that go there. */
import { createHash, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import type { GuardedText } from '../guard/inspect.ts';
import { take } from '../limits/take.ts';
import { AppError } from '../platform/app-error.ts';
import { attemptCode, type CodePurpose, insertCode } from './claim-store.ts';
import { sendLetter } from './send-letter.ts';

export const VALID_MINUTES = 10;
const ATTEMPTS_MAX = 5;

const hashOf = (id: string, code: string): Buffer => createHash('sha256').update(`${id} ${code}`).digest();

interface CodeRequest {
  customerId: string;
  email: GuardedText;
  purpose: CodePurpose;
  locale: Locale;
  /** Of the caller, for the limits. */
  address: string;
  letter: (code: string) => { subject: string; text: string };
}

/** Sends a code, good for one purpose and ten minutes; an earlier one for the same is void. */
export async function sendCode(deps: Deps, request: CodeRequest): Promise<void> {
  const { customerId, email, purpose, locale, address, letter } = request;
  await take(deps, `claim:${address}`, { everySeconds: 60, burst: 10 });
  // With the attempts a code allows, some 500 guesses a day at a million codes, from wherever they come.
  await take(deps, `claim-mail:${email.toLowerCase()}`, { everySeconds: 900, burst: 5 });
  const id = randomUUID();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expiresAt = new Date(deps.clock.now().getTime() + VALID_MINUTES * 60_000);
  await insertCode(deps.sql, { id, email, customerId, purpose, codeHash: hashOf(id, code), expiresAt });
  await sendLetter(deps, { to: email, ...letter(code) }, locale);
}

/** @returns the id of the code, still to be spent. @throws AppError `code-wrong` */
export async function tryCode(
  deps: Deps,
  { customerId, email, purpose }: { customerId: string; email: string; purpose: CodePurpose },
  code: string,
): Promise<string> {
  const attempt = await attemptCode(deps.sql, { customerId, email, purpose }, deps.clock.now(), ATTEMPTS_MAX);
  if (attempt === null || !timingSafeEqual(attempt.codeHash, hashOf(attempt.id, code)))
    throw new AppError('code-wrong');
  return attempt.id;
}
