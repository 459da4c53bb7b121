import type { Sql } from 'postgres';

/**
 * Whether the conversation exists and, given a customer, is theirs: started by them, or by a customer whose history
 * they claimed by an e-mailed code.
 */
export async function mayCustomerSee(sql: Sql, customerId: string | null, conversationId: string): Promise<boolean> {
  const [row] = await sql`
    select 1 from conversations c where c.id = ${conversationId} and (
      ${customerId}::uuid is null or c.customer_id = ${customerId}
      or exists (select 1 from customer_links l where l.customer_id = ${customerId} and l.sees_customer_id = c.customer_id))`;
  return row !== undefined;
}
