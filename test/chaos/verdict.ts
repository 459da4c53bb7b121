import type { Sql } from 'postgres';
import type { ConversationSummary, MyConversation } from '../../src/contract/conversations.ts';
import type { Cast } from './cast.ts';
import { checkChains } from './checks/chain.ts';
import { checkFollowers } from './checks/followers.ts';
import { checkMessages } from './checks/messages.ts';
import { comparePages } from './checks/pages.ts';
import { checkProjection, checkUnread } from './checks/projection.ts';
import { readLog } from './checks/read-log.ts';
import type { Witness } from './witness.ts';

/** What customer and desk are told of a conversation now, and the receipts that it follows from. */
async function unreadOf(sql: Sql, { customers, writers }: Cast) {
  const agent = writers.find(({ browser }) => browser.side === 'desk');
  const read = await sql<{ c: string; party: 'customer' | 'staff'; read: number }[]>`
    select conversation_id as c, party, read from receipts`;
  const receiptOf = (c: string, party: string) =>
    read.find((row) => row.c === c && row.party === party)?.read ?? 0;
  const all = await Promise.all(
    customers.map(({ browser }) =>
      browser.insist<{ rows: MyConversation[] }>('GET', '/api/my/conversations'),
    ),
  );
  return Promise.all(
    all
      .flatMap(({ rows }) => rows)
      .map(async ({ id: c, unread }) => {
        const summary = await agent?.browser.insist<ConversationSummary>(
          'GET',
          `/api/desk/conversations/${c}`,
        );
        const receipts = { customer: receiptOf(c, 'customer'), staff: receiptOf(c, 'staff') };
        return { c, receipts, customerUnread: unread, staffUnread: summary?.unread ?? false };
      }),
  );
}

/** Holds everything clients saw and everything the database keeps against each other. */
export async function judge(sql: Sql, cast: Cast, witness: Witness): Promise<{ events: number }> {
  const log = await readLog(sql);
  checkMessages(log, witness);
  await checkChains(sql, log, witness);
  await checkProjection(sql, log, witness);
  checkUnread(log, await unreadOf(sql, cast), witness);
  await checkFollowers(sql, witness);
  await comparePages(
    cast.writers.map(({ page }) => page),
    witness,
  );
  return { events: [...log.values()].flat().length };
}
