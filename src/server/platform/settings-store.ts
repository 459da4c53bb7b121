import type { ISql, JSONValue } from 'postgres';

export async function settingValue(sql: ISql, key: string): Promise<unknown> {
  const [row] = await sql<{ value: unknown }[]>`select value from settings where key = ${key}`;
  return row?.value ?? null;
}

export async function lockSetting(sql: ISql, key: string): Promise<unknown> {
  const [row] = await sql<{ value: unknown }[]>`select value from settings where key = ${key} for update`;
  return row?.value ?? null;
}

export async function putSetting(
  sql: ISql,
  key: string,
  value: object,
  by: string | null,
  now: Date,
): Promise<void> {
  await sql`insert into settings (key, value, updated_at, updated_by)
    values (${key}, ${sql.json(value as JSONValue)}, ${now}, ${by})
    on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by`;
}
