import type { Sql } from 'postgres';
import type { MyConversation } from '../../contract/conversations.ts';
import { seenBy } from './door-store.ts';

/** Unread answers are counted up to this many. */
const UNREAD_MAX = 99;

/** The conversations a customer may see, newest activity first, at most 200; with `conversationId` only that one. */
export async function myConversations(
  sql: Sql,
  customerId: string,
  conversationId: string | null = null,
): Promise<MyConversation[]> {
  const one = conversationId === null ? sql`` : sql`and id = ${conversationId}`;
  const rows = await sql`
    with mine as (
      select * from conversations where customer_id = any(${seenBy(sql, customerId)}) ${one}
      order by activity_at desc, id desc limit 200)
    select c.id, c.case_number, c.channel, c.status, c.topic, c.agent_id, s.display_name, s.staff_number, c.preview, c.last_seq,
      c.created_at, c.activity_at, unread.n as unread
    from mine c
    left join staff s on s.id = c.agent_id
    left join receipts r on r.conversation_id = c.id and r.party = 'customer'
    cross join lateral (select count(*)::int as n from (
      select 1 from events e where e.conversation_id = c.id and e.seq > coalesce(r.read, 0)
        and e.type = 'message.posted' and e.actor_kind <> 'customer' limit ${UNREAD_MAX}) as few) as unread
    order by c.activity_at desc, c.id desc`;
  return rows.map((row) => ({
    id: row.id,
    caseNumber: row.case_number,
    channel: row.channel,
    status: row.status,
    topic: row.topic,
    agent:
      row.agent_id === null
        ? null
        : { id: row.agent_id, name: row.display_name, staffNumber: row.staff_number },
    preview: row.preview,
    lastSeq: row.last_seq,
    unread: row.unread,
    createdAt: row.created_at.toISOString(),
    activityAt: row.activity_at.toISOString(),
  }));
}
