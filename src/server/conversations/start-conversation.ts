import type { StartConversation } from '../../contract/conversations.ts';
import { attachFiles } from '../attachments/attach-files.ts';
import { rememberDetails } from '../customers/remember-details.ts';
import type { Deps } from '../deps.ts';
import { inspect } from '../guard/inspect.ts';
import { AppError } from '../platform/app-error.ts';
import type { Outcome } from './commit.ts';
import { offerAnswer } from './offer-answer.ts';
import { postMessage } from './post-message.ts';
import { nextCaseNumber } from './store.ts';
import { triage } from './triage.ts';

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
  const actor = { kind: 'customer' as const, id: customerId };
  const attachmentIds = message.attachments?.map((attachment) => attachment.id) ?? [];
  // Files that are not there are refused before anything is written; binding them again with the message changes nothing.
  if (attachmentIds.length > 0)
    await attachFiles(deps, { ids: attachmentIds, conversationId: id, by: actor });
  const priority = await triage(deps, {
    urgent: form.urgent === true,
    topic: form.topic,
    question: message.text,
    locale,
  });
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
      topic: form.topic === null ? null : inspect(form.topic, locale).text,
      locale,
      ...(account === undefined ? {} : { account }),
      ...(transaction === undefined ? {} : { transaction }),
      priority,
    },
  });
  // The id may be taken by somebody else's conversation: then this customer finds nothing behind it.
  if (started.state.customerId !== customerId) throw new AppError('id-reused');
  await rememberDetails(deps, customerId, { ...form, locale });
  const posted = await postMessage(deps, 'post', {
    conversationId: id,
    id: message.id,
    text: message.text,
    attachmentIds,
    notSecret: message.notSecret,
    actor,
    locale,
  });
  await offerAnswer(deps, { conversationId: id, question: message.text, locale });
  return { caseNumber: started.state.caseNumber, posted };
}
