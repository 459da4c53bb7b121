import type { Sql } from 'postgres';
import type { Locale } from '../../contract/locale.ts';
import type { GuardedText } from '../guard/inspect.ts';
import { customerWords } from './customer-words.ts';

export interface CustomerRow {
  id: string;
  name: string;
  email: string | null;
  emailVerified: boolean;
  phone: string | null;
  account: string | null;
  locale: Locale;
}

const toCustomer = (row: Record<string, unknown>): CustomerRow =>
  ({
    id: row.id,
    name: row.name,
    email: row.email,
    emailVerified: row.email_verified_at !== null,
    phone: row.phone,
    account: row.account,
    locale: row.locale,
  }) as CustomerRow;

/** A new customer with the session that remembers them, in one transaction. */
export async function insertCustomer(
  sql: Sql,
  customer: { id: string; locale: Locale },
  session: { id: string; tokenHash: Buffer; userAgent: GuardedText },
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`insert into customers (id, locale) values (${customer.id}, ${customer.locale})`;
    await tx`insert into customer_sessions (id, token_hash, customer_id, user_agent)
      values (${session.id}, ${session.tokenHash}, ${customer.id}, ${session.userAgent})`;
  });
}

export async function findSession(
  sql: Sql,
  tokenHash: Buffer,
): Promise<{ sessionId: string; customerId: string } | null> {
  const [row] = await sql`
    select id, customer_id from customer_sessions where token_hash = ${tokenHash} and ended_at is null`;
  return row === undefined ? null : { sessionId: row.id, customerId: row.customer_id };
}

export async function findCustomer(sql: Sql, id: string): Promise<CustomerRow | null> {
  const [row] = await sql`select * from customers where id = ${id}`;
  return row === undefined ? null : toCustomer(row);
}

export interface Details {
  name?: GuardedText | undefined;
  email?: GuardedText | null | undefined;
  phone?: GuardedText | null | undefined;
  account?: GuardedText | null | undefined;
  locale?: Locale | undefined;
}

/** Changes what is given. A changed address is not verified any more. */
export async function updateCustomer(sql: Sql, id: string, details: Details): Promise<void> {
  const { name = null, email, phone, account, locale = null } = details;
  const [row] = await sql`
    update customers set
      name = coalesce(${name}, name),
      locale = coalesce(${locale}, locale),
      email_verified_at = case when ${email !== undefined} and lower(${email ?? null}) is distinct from lower(email)
        then null else email_verified_at end,
      email = case when ${email !== undefined} then ${email ?? null} else email end,
      phone = case when ${phone !== undefined} then ${phone ?? null} else phone end,
      account = case when ${account !== undefined} then ${account ?? null} else account end,
      seen_at = now()
    where id = ${id} returning *`;
  if (row === undefined) return;
  const words = customerWords(toCustomer(row));
  await sql`update customers set words = array_to_tsvector(${words}::text[]) where id = ${id}`;
}

/** Since when a customer is known, and whether by the word of a site or their own. */
export async function findStanding(
  sql: Sql,
  id: string,
): Promise<{ createdAt: string; seenAt: string; verified: boolean } | null> {
  const [row] = await sql`
    select created_at, seen_at, subject_hash is not null as verified from customers where id = ${id}`;
  return row === undefined
    ? null
    : { createdAt: row.created_at.toISOString(), seenAt: row.seen_at.toISOString(), verified: row.verified };
}
