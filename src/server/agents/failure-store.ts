import type { ISql } from 'postgres';
import { LOCK_AFTER_FAILURES, LOCK_SECONDS } from './session-limits.ts';

/** Counts a guess before it is judged, so that guesses made at the same time all count. Null: locked. */
export async function countGuess(sql: ISql, account: Buffer, now: Date): Promise<number | null> {
  const lockUntil = new Date(now.getTime() + LOCK_SECONDS * 1000);
  const [row] = await sql<{ failures: number }[]>`
    insert into sign_in_failures as f (account_hash, failures, updated_at) values (${account}, 1, ${now})
    on conflict (account_hash) do update set
      failures = case when f.locked_until is null then f.failures + 1 else 1 end,
      locked_until = case when f.locked_until is null and f.failures + 1 >= ${LOCK_AFTER_FAILURES}
        then ${lockUntil}::timestamptz end,
      updated_at = ${now}
    where f.locked_until is null or f.locked_until <= ${now}
    returning failures`;
  return row?.failures ?? null;
}

export async function lockedUntil(sql: ISql, account: Buffer): Promise<Date | null> {
  const [row] = await sql<{ at: Date | null }[]>`
    select locked_until as at from sign_in_failures where account_hash = ${account}`;
  return row?.at ?? null;
}

/** Takes the guess back, when the password was right and only the code is still missing. */
export async function uncountGuess(sql: ISql, account: Buffer): Promise<void> {
  await sql`update sign_in_failures set failures = greatest(0, failures - 1), locked_until = null
    where account_hash = ${account}`;
}

export async function forgetGuesses(sql: ISql, account: Buffer): Promise<void> {
  await sql`delete from sign_in_failures where account_hash = ${account}`;
}

/** Guesses of more than a day ago do not add up with today's. */
export async function forgetOldGuesses(sql: ISql, before: Date): Promise<void> {
  await sql`delete from sign_in_failures where updated_at < ${before}`;
}
