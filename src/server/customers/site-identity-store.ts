import type { ISql, Sql } from 'postgres';
import type { Locale } from '../../contract/locale.ts';
import type { GuardedText } from '../guard/inspect.ts';

/** The customer behind a subject, made when there is none; the row stays locked until the transaction ends. */
export async function lockSubject(
  tx: ISql,
  subjectHash: Buffer,
  fresh: { id: string; locale: Locale },
): Promise<{ id: string; signedOutAt: Date | null }> {
  await tx`insert into customers (id, locale, subject_hash) values (${fresh.id}, ${fresh.locale}, ${subjectHash})
    on conflict (subject_hash) do nothing`;
  const [row] = await tx<[{ id: string; signed_out_at: Date | null }]>`
    select id, signed_out_at from customers where subject_hash = ${subjectHash} for update`;
  return { id: row.id, signedOutAt: row.signed_out_at };
}

export async function insertSession(
  tx: ISql,
  session: { id: string; tokenHash: Buffer; customerId: string; userAgent: GuardedText },
): Promise<void> {
  await tx`insert into customer_sessions (id, token_hash, customer_id, user_agent)
    values (${session.id}, ${session.tokenHash}, ${session.customerId}, ${session.userAgent})`;
}

/** An address that the site vouches for needs no code. */
export async function verifyEmail(sql: Sql, customerId: string, now: Date): Promise<void> {
  await sql`update customers set email_verified_at = ${now} where id = ${customerId} and email is not null`;
}

/** Ends every session of a customer whom a site had named, and refuses what was signed until now. */
export async function signOutSubject(tx: ISql, customerId: string, now: Date): Promise<string[]> {
  const [known] = await tx`update customers set signed_out_at = ${now}
    where id = ${customerId} and subject_hash is not null returning id`;
  if (known === undefined) return [];
  const ended = await tx<{ id: string }[]>`update customer_sessions set ended_at = ${now}
    where customer_id = ${customerId} and ended_at is null returning id`;
  return ended.map(({ id }) => id);
}
