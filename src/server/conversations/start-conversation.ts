import type { StartConversation } from '../../contract/conversations.ts';
import type { Deps } from '../deps.ts';
import { inspect } from '../guard/inspect.ts';
import { rememberDetails } from '../customers/remember-details.ts';
import { AppError } from '../platform/app-error.ts';
import type { Outcome } from './commit.ts';
import { postMessage } from './post-message.ts';
import { nextCaseNumber } from './store.ts';

/**
 * Opens a chat with what the pre-chat form asked and the first message. Starting twice with the same ids starts once,
 * and a start that broke off in the middle is completed by its retry.
 */
export async function startConversation(
  deps: Deps,
  customerId: string,
  start: StartConversation,
): Promise<{ caseNumber: string; posted: Outcome }> {
  const { id, form, locale, message } = start;
  const account = form.account === undefined ? undefined : inspect(form.account, locale).text;
  const transaction = form.transaction === undefined ? undefined : inspect(form.transaction, locale).text;
  await rememberDetails(deps, customerId, { ...form, account, locale });
  const actor = { kind: 'customer' as const, id: customerId };
  const started = await deps.log.submit({
    conversationId: id,
    id,
    at: deps.clock.now().toISOString(),
    actor,
    command: {
      kind: 'start',
      caseNumber: await nextCaseNumber(deps.sql),
      customerId,
      channel: 'chat',
      topic: form.topic,
      locale,
      ...(account === undefined ? {} : { account }),
      ...(transaction === undefined ? {} : { transaction }),
    },
  });
  // The id may be taken by somebody else's conversation: then this customer finds nothing behind it.
  if (started.state.customerId !== customerId) throw new AppError('id-reused');
  const posted = await postMessage(deps, 'post', {
    conversationId: id,
    id: message.id,
    text: message.text,
    attachmentIds: message.attachments?.map((attachment) => attachment.id) ?? [],
    actor,
    locale,
  });
  return { caseNumber: started.state.caseNumber, posted };
}
