import type { Sql } from 'postgres';

/** Resolves when the database has answered. */
export async function askDatabase(sql: Sql): Promise<void> {
  await sql`select 1`;
}
