import type { Sql } from 'postgres';
import type { ConversationSummary } from '../../contract/conversations.ts';
import { idsOfCustomer, summariesOf } from './summary-store.ts';

const LATEST = 20;

/** A customer's latest conversations, newest first. */
export async function conversationsOfCustomer(sql: Sql, customerId: string): Promise<ConversationSummary[]> {
  const summaries = await summariesOf(sql, await idsOfCustomer(sql, customerId, LATEST));
  return summaries.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}
