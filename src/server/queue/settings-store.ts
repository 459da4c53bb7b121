import type { ISql, JSONValue } from 'postgres';
import type { QueueSettings } from '../../contract/queue.ts';

/** What was set, if anything was; with `lock` until the transaction ends. */
export async function storedSettings(sql: ISql, lock = false): Promise<Partial<QueueSettings>> {
  const [row] = await sql<{ value: Partial<QueueSettings> }[]>`
    select value from settings where key = 'queue' ${lock ? sql`for update` : sql``}`;
  return row?.value ?? {};
}

export async function putSettings(sql: ISql, value: QueueSettings, by: string, now: Date): Promise<void> {
  await sql`insert into settings (key, value, updated_at, updated_by)
    values ('queue', ${sql.json(value as unknown as JSONValue)}, ${now}, ${by})
    on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by`;
}
