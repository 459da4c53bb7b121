import type { Sql } from 'postgres';
import type { ConversationSummary } from '../../contract/conversations.ts';
import { summariesOf } from './summary-store.ts';

/** Conversations as rows of the desk, by id. */
export const summariesById = async (sql: Sql, ids: string[]): Promise<Map<string, ConversationSummary>> =>
  new Map((await summariesOf(sql, ids)).map((summary) => [summary.id, summary]));
