import type { Sql } from 'postgres';
import type { MyConversation } from '../../contract/conversations.ts';
import { myConversations } from './my-store.ts';

/** Every conversation a customer may see, newest activity first. */
export function listMyConversations(sql: Sql, customerId: string): Promise<MyConversation[]> {
  return myConversations(sql, customerId);
}
