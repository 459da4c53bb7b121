import type { Sql } from 'postgres';
import type { Receipt } from '../../contract/conversations.ts';

export interface ReceiptRow extends Receipt {
  conversationId: string;
  party: 'customer' | 'staff';
}

/**
 * Moves receipts forward; a late or repeated one never moves them back, and none goes beyond the log's end.
 * @returns where they stand now
 */
export async function saveReceipts(sql: Sql, rows: ReceiptRow[]): Promise<ReceiptRow[]> {
  return sql<ReceiptRow[]>`
    insert into receipts (conversation_id, party, delivered, read)
    select c.id, r.party, least(r.delivered, c.last_seq), least(r.read, c.last_seq)
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as r("conversationId" uuid, party text, delivered integer, read integer)
    join conversations c on c.id = r."conversationId"
    order by c.id, r.party
    on conflict (conversation_id, party) do update set
      delivered = greatest(receipts.delivered, excluded.delivered),
      read = greatest(receipts.read, excluded.read), at = now()
    returning conversation_id as "conversationId", party, delivered, read`;
}

export async function loadReceipts(
  sql: Sql,
  conversationId: string,
): Promise<{ customer: Receipt; staff: Receipt }> {
  const rows = await sql<{ party: 'customer' | 'staff'; delivered: number; read: number }[]>`
    select party, delivered, read from receipts where conversation_id = ${conversationId}`;
  const of = (party: string): Receipt => {
    const row = rows.find((r) => r.party === party);
    return { delivered: row?.delivered ?? 0, read: row?.read ?? 0 };
  };
  return { customer: of('customer'), staff: of('staff') };
}
