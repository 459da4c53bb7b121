import type { Sql } from 'postgres';
import type { Person } from './state.ts';

/** A member of staff who is not disabled and whose role answers customers. */
export async function findActiveAgent(sql: Sql, id: string): Promise<Person | null> {
  const [row] = await sql<Person[]>`
    select id, display_name as name, staff_number as "staffNumber" from staff
    where id = ${id} and disabled_at is null and role <> 'editor'`;
  return row ?? null;
}

export async function findActiveTeam(sql: Sql, id: string): Promise<{ id: string; name: string } | null> {
  const [row] = await sql<{ id: string; name: string }[]>`
    select id, name from teams where id = ${id} and archived_at is null`;
  return row ?? null;
}
