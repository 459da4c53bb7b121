import type { ISql } from 'postgres';

/** Keeps a secret that is not confirmed yet; false when a confirmed one exists. */
export async function keepPendingSecret(sql: ISql, staffId: string, secret: string): Promise<boolean> {
  const rows = await sql`update staff set totp_secret = ${secret}, totp_last_step = null
    where id = ${staffId} and totp_confirmed_at is null returning 1`;
  return rows.length === 1;
}

export async function totpOf(
  sql: ISql,
  staffId: string,
): Promise<{ secret: string | null; confirmedAt: Date | null }> {
  const [row] = await sql<{ secret: string | null; confirmedAt: Date | null }[]>`
    select totp_secret as secret, totp_confirmed_at as "confirmedAt" from staff where id = ${staffId}`;
  return row ?? { secret: null, confirmedAt: null };
}

/** Accepts a code's time step once: of two requests with the same code one gets false. */
export async function consumeStep(sql: ISql, staffId: string, step: number): Promise<boolean> {
  const rows = await sql`update staff set totp_last_step = ${step}
    where id = ${staffId} and (totp_last_step is null or totp_last_step < ${step}) returning 1`;
  return rows.length === 1;
}

export async function consumeRecoveryCode(
  sql: ISql,
  staffId: string,
  hash: Buffer,
  now: Date,
): Promise<boolean> {
  const rows = await sql`update staff_recovery_codes set used_at = ${now}
    where staff_id = ${staffId} and code_hash = ${hash} and used_at is null returning 1`;
  return rows.length === 1;
}

/** Turns the secret on; false when it was confirmed meanwhile. */
export async function markConfirmed(sql: ISql, staffId: string, now: Date): Promise<boolean> {
  const rows = await sql`update staff set totp_confirmed_at = ${now}
    where id = ${staffId} and totp_confirmed_at is null and totp_secret is not null returning 1`;
  return rows.length === 1;
}

export async function replaceRecoveryCodes(sql: ISql, staffId: string, hashes: Buffer[]): Promise<void> {
  await sql`delete from staff_recovery_codes where staff_id = ${staffId}`;
  for (const hash of hashes) {
    await sql`insert into staff_recovery_codes (staff_id, code_hash) values (${staffId}, ${hash})`;
  }
}

/** Turns the second factor off; false when it was not on. */
export async function removeTotp(sql: ISql, staffId: string): Promise<boolean> {
  await sql`delete from staff_recovery_codes where staff_id = ${staffId}`;
  const rows = await sql`
    update staff set totp_secret = null, totp_confirmed_at = null, totp_last_step = null
    where id = ${staffId} and totp_confirmed_at is not null returning 1`;
  return rows.length === 1;
}
