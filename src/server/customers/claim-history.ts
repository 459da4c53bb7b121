/** A customer takes their history to another device: they name their e-mail address and type the code sent there. */
import { createHash, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Locale } from '../../contract/locale.ts';
import { listMyConversations } from '../conversations/list-my-conversations.ts';
import type { Deps } from '../deps.ts';
import { take } from '../limits/take.ts';
import { AppError } from '../platform/app-error.ts';
import { attemptCode, insertCode, openHistory } from './claim-store.ts';
import { guardAddress } from './remember-details.ts';

const VALID_MINUTES = 10;
const ATTEMPTS_MAX = 5;

const hashOf = (id: string, code: string): Buffer => createHash('sha256').update(`${id} ${code}`).digest();

const letter: Record<Locale, (code: string) => { subject: string; text: string }> = {
  'zh-CN': (code) => ({
    subject: `您的验证码：${code}`,
    text: `您的验证码是 ${code}，${VALID_MINUTES} 分钟内有效。\n它用于在另一台设备上查看您的客服会话。如果不是您本人操作，请忽略本邮件。我们的客服不会向您索要这个验证码。`,
  }),
  en: (code) => ({
    subject: `Your code: ${code}`,
    text: `Your code is ${code}. It is valid for ${VALID_MINUTES} minutes.\nIt opens your conversations with us on another device. If this was not you, ignore this letter. Our agents never ask for this code.`,
  }),
};

/** Sends a code to the address. The answer is the same whether anything is known of that address or not. */
export async function sendClaimCode(
  deps: Deps,
  request: { customerId: string; email: string; locale: Locale; address: string },
): Promise<void> {
  const { customerId, locale, address } = request;
  const email = guardAddress(request.email, locale);
  await take(deps, `claim:${address}`, { everySeconds: 60, burst: 10 });
  // With the attempts a code allows, some 500 guesses a day at a million codes, from wherever they come.
  await take(deps, `claim-mail:${email.toLowerCase()}`, { everySeconds: 900, burst: 5 });
  const id = randomUUID();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expiresAt = new Date(deps.clock.now().getTime() + VALID_MINUTES * 60_000);
  await insertCode(deps.sql, { id, email, customerId, codeHash: hashOf(id, code), expiresAt });
  await deps.mailer.send({ to: email, ...letter[locale](code) });
}

/** @returns how many conversations are visible on this device now. @throws AppError `code-wrong` */
export async function claimHistory(
  deps: Deps,
  customerId: string,
  email: string,
  code: string,
): Promise<number> {
  const attempt = await attemptCode(deps.sql, customerId, email, deps.clock.now(), ATTEMPTS_MAX);
  if (attempt === null || !timingSafeEqual(attempt.codeHash, hashOf(attempt.id, code)))
    throw new AppError('code-wrong');
  if (!(await openHistory(deps.sql, attempt.id, customerId, email))) throw new AppError('code-wrong');
  return (await listMyConversations(deps.sql, customerId)).length;
}
