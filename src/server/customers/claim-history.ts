/** A customer takes their history to another device: they name their e-mail address and type the code sent there. */
import type { Locale } from '../../contract/locale.ts';
import { listMyConversations } from '../conversations/list-my-conversations.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { openHistory } from './claim-store.ts';
import { sendCode, tryCode, VALID_MINUTES } from './codes.ts';
import { guardAddress } from './remember-details.ts';

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
  const email = guardAddress(request.email, request.locale);
  await sendCode(deps, { ...request, email, purpose: 'history', letter: letter[request.locale] });
}

/** @returns how many conversations are visible on this device now. @throws AppError `code-wrong` */
export async function claimHistory(
  deps: Deps,
  customerId: string,
  email: string,
  code: string,
): Promise<number> {
  const codeId = await tryCode(deps, { customerId, email, purpose: 'history' }, code);
  if (!(await openHistory(deps.sql, codeId, customerId, email))) throw new AppError('code-wrong');
  return (await listMyConversations(deps.sql, customerId)).length;
}
