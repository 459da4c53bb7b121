import type { ISql } from 'postgres';
import type { EventBody } from '../../contract/events.ts';
import { lastBody } from './asked-store.ts';

/** What the customer had said last before an event; null when nothing. */
export async function askedBefore(sql: ISql, conversationId: string, seq: number): Promise<string | null> {
  const said = await lastBody(sql, conversationId, { type: 'message.posted', by: 'customer', below: seq });
  return said === null ? null : (JSON.parse(said.body) as EventBody<'message.posted'>).text;
}

/** The automatic answer of a conversation, and what it answered; null when there was none. */
export async function answerOf(
  sql: ISql,
  conversationId: string,
  below: number,
): Promise<{ article: EventBody<'answer.offered'>['article']; question: string | null } | null> {
  const offered = await lastBody(sql, conversationId, { type: 'answer.offered', by: 'system', below });
  if (offered === null) return null;
  const { article } = JSON.parse(offered.body) as EventBody<'answer.offered'>;
  return { article, question: await askedBefore(sql, conversationId, offered.seq) };
}
