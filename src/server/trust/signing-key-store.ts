import type { ISql, JSONValue } from 'postgres';
import type { PublicKey } from '../../contract/transcript-file.ts';

export async function publishKey(sql: ISql, key: PublicKey, at: Date): Promise<void> {
  await sql`
    insert into signing_keys (kid, public_key, created_at) values (${key.kid}, ${sql.json(key as JSONValue)}, ${at})
    on conflict (kid) do nothing`;
}

/** Every key that a file of ours may be signed with, the newest first. */
export async function publishedKeys(sql: ISql): Promise<PublicKey[]> {
  const rows = await sql<{ key: PublicKey }[]>`
    select public_key as key from signing_keys order by created_at desc, kid`;
  return rows.map(({ key }) => key);
}
