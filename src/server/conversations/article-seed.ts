import type { EventBody } from '../../contract/events.ts';
import type { ArticleSeed } from '../../contract/questions.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { keepable } from '../questions/keepable.ts';
import { withoutPerson } from '../questions/without-person.ts';
import { askedBefore } from './asked.ts';
import { lastBody } from './asked-store.ts';
import { summariesOf } from './summary-store.ts';

/**
 * What an article made of an agent's answer begins with: the answer without what says whose case it was, and what the customer
 * had asked, where that says nothing about who they are.
 * @throws AppError not-found where no agent wrote to the customer at `seq`
 */
export async function articleSeed(
  { sql }: Pick<Deps, 'sql'>,
  { conversationId, seq }: { conversationId: string; seq: number },
): Promise<ArticleSeed> {
  const [summary] = await summariesOf(sql, [conversationId]);
  if (summary === undefined) throw new AppError('conversation-not-found');
  const said = await lastBody(sql, conversationId, { type: 'message.posted', by: 'agent', below: seq + 1 });
  if (said?.seq !== seq) throw new AppError('not-found');
  const { text } = JSON.parse(said.body) as EventBody<'message.posted'>;
  const question = await askedBefore(sql, conversationId, seq);
  const { locale, topic, customer } = summary;
  return {
    locale,
    topic,
    // Chats break lines where Markdown begins a paragraph.
    body: withoutPerson(text, customer.name).replace(/\n+/g, '\n\n').trim(),
    question: question === null ? null : (keepable(question, locale)?.text ?? null),
  };
}
