import type { Fragment, Sql } from 'postgres';

/**
 * The customers whose conversations this one sees, as an array of ids: themselves, and those whose history they
 * claimed by an e-mailed code. As an array, because with `or` PostgreSQL would read every conversation there is.
 */
export const seenBy = (sql: Sql, customerId: string): Fragment => sql`
  array(select ${customerId}::uuid union all select sees_customer_id from customer_links where customer_id = ${customerId})`;

/** Whether the conversation exists and, given a customer, is theirs to see. */
export async function mayCustomerSee(
  sql: Sql,
  customerId: string | null,
  conversationId: string,
): Promise<boolean> {
  const theirs = customerId === null ? sql`` : sql`and customer_id = any(${seenBy(sql, customerId)})`;
  const [row] = await sql`select 1 from conversations where id = ${conversationId} ${theirs}`;
  return row !== undefined;
}
