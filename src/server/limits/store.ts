import type { ISql } from 'postgres';

/** A bucket that lets `burst` through at once and refills one every `everySeconds`. */
export interface Limit {
  everySeconds: number;
  burst: number;
}

/** Takes one from the bucket, atomically over all nodes; false when it is empty. */
export async function takeOne(sql: ISql, key: string, limit: Limit, now: Date): Promise<boolean> {
  const { everySeconds: every, burst } = limit;
  const rows = await sql`
    insert into rate_limits as l (key, next_at) values (${key}, ${now}::timestamptz + make_interval(secs => ${every}))
    on conflict (key) do update set next_at = greatest(l.next_at, ${now}) + make_interval(secs => ${every})
      where greatest(l.next_at, ${now}) <= ${now}::timestamptz + make_interval(secs => ${every * (burst - 1)})
    returning 1`;
  return rows.length === 1;
}

export async function emptyAt(sql: ISql, key: string): Promise<Date | null> {
  const [row] = await sql<{ at: Date }[]>`select next_at as at from rate_limits where key = ${key}`;
  return row?.at ?? null;
}

/** Buckets that are full again say nothing; they go. */
export async function forgetFull(sql: ISql, now: Date): Promise<void> {
  await sql`delete from rate_limits where next_at < ${now}`;
}
