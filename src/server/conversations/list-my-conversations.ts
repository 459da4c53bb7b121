import type { Sql } from 'postgres';
import type { MyConversation } from '../../contract/conversations.ts';
import { myConversations } from './my-store.ts';

/** The conversations a customer may see, newest activity first, at most 200. */
export function listMyConversations(sql: Sql, customerId: string): Promise<MyConversation[]> {
  return myConversations(sql, customerId);
}
