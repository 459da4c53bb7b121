import type { ISql, JSONValue } from 'postgres';
import type { Alteration, LogCheck } from '../../contract/log-check.ts';

/** Begins a walk if the last one began before `due`; of several nodes one does. */
export async function claimCheck(sql: ISql, now: Date, due: Date): Promise<boolean> {
  const rows = await sql`
    insert into log_check (one, begun_at) values (true, ${now})
    on conflict (one) do update set begun_at = excluded.begun_at where log_check.begun_at <= ${due}
    returning 1`;
  return rows.length === 1;
}

export async function keepCheck(
  sql: ISql,
  check: { checkedAt: Date; conversations: number; alterations: Alteration[] },
): Promise<void> {
  await sql`
    update log_check set checked_at = ${check.checkedAt}, conversations = ${check.conversations},
      alterations = ${sql.json(check.alterations as unknown as JSONValue)}`;
}

export async function latestCheck(sql: ISql): Promise<LogCheck> {
  const [row] = await sql<{ checkedAt: Date | null; conversations: number; alterations: Alteration[] }[]>`
    select checked_at as "checkedAt", conversations, alterations from log_check`;
  if (row === undefined) return { checkedAt: null, conversations: 0, alterations: [] };
  return { ...row, checkedAt: row.checkedAt?.toISOString() ?? null };
}
