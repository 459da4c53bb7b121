import type { Sql } from 'postgres';
import type { Party } from '../realtime/connection.ts';
import { encode } from './audience.ts';
import { loadReceipts } from './receipts-store.ts';
import { readLog } from './store.ts';

/** A piece of the log after `after` as this party may see it, as the JSON text of an EventsPage. */
export async function eventsPage(
  sql: Sql,
  party: Party,
  conversationId: string,
  after: number,
  limit: number,
): Promise<string> {
  const [rows, receipts] = await Promise.all([
    readLog(sql, conversationId, after, limit + 1),
    loadReceipts(sql, conversationId),
  ]);
  const more = rows.length > limit;
  const page = more ? rows.slice(0, limit) : rows;
  const events = page.map((row) => encode(row, party)).filter((text) => text !== null);
  const upTo = page.at(-1)?.seq ?? after;
  return `{"c":"${conversationId}","after":${after},"upTo":${upTo},"events":[${events.join(',')}],"more":${more},"receipts":${JSON.stringify(receipts)}}`;
}
