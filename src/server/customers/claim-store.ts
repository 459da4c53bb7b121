import type { Sql } from 'postgres';
import type { GuardedText } from '../guard/inspect.ts';

/** What a code is good for. */
export type CodePurpose = 'history' | 'phrase';

export async function insertCode(
  sql: Sql,
  code: {
    id: string;
    email: GuardedText;
    customerId: string;
    purpose: CodePurpose;
    codeHash: Buffer;
    expiresAt: Date;
  },
): Promise<void> {
  await sql.begin(async (tx) => {
    // A new code ends the earlier ones: only one guess at a time is worth making.
    await tx`update claim_codes set used_at = now() where customer_id = ${code.customerId}
      and purpose = ${code.purpose} and used_at is null`;
    await tx`insert into claim_codes (id, email, customer_id, purpose, code_hash, expires_at)
      values (${code.id}, ${code.email}, ${code.customerId}, ${code.purpose}, ${code.codeHash}, ${code.expiresAt})`;
  });
}

/** Counts an attempt against the newest open code and returns it; null when there is none, or too many were made. */
export async function attemptCode(
  sql: Sql,
  { customerId, email, purpose }: { customerId: string; email: string; purpose: CodePurpose },
  now: Date,
  maxAttempts: number,
): Promise<{ id: string; codeHash: Buffer } | null> {
  const [row] = await sql`
    update claim_codes set attempts = attempts + 1
    where customer_id = ${customerId} and lower(email) = lower(${email}) and purpose = ${purpose}
      and used_at is null and expires_at > ${now} and attempts < ${maxAttempts}
    returning id, code_hash`;
  return row === undefined ? null : { id: row.id, codeHash: row.code_hash };
}

/**
 * Spends the code and opens the history: this customer's address is verified, and every customer who had given it
 * becomes visible to them. False when the code was spent meanwhile.
 */
export async function openHistory(
  sql: Sql,
  codeId: string,
  customerId: string,
  email: string,
): Promise<boolean> {
  return sql.begin(async (tx) => {
    const spent =
      await tx`update claim_codes set used_at = now() where id = ${codeId} and used_at is null returning 1`;
    if (spent.length === 0) return false;
    await tx`update customers set email = ${email}, email_verified_at = now() where id = ${customerId}`;
    await tx`
      insert into customer_links (customer_id, sees_customer_id)
      select ${customerId}, id from customers where lower(email) = lower(${email}) and id <> ${customerId}
      on conflict do nothing`;
    return true;
  });
}
