import type { Sql } from 'postgres';
import type { GuardedText } from '../guard/inspect.ts';

/** Who sent a file in. */
export interface Owner {
  party: 'customer' | 'staff';
  id: string;
}

export interface AttachmentRow {
  id: string;
  ownerParty: Owner['party'];
  ownerId: string;
  conversationId: string | null;
  internal: boolean;
  name: GuardedText;
  type: string;
  bytes: number;
  width: number | null;
  height: number | null;
}

const columns = (sql: Sql) => sql`
  id, owner_party as "ownerParty", owner_id as "ownerId", conversation_id as "conversationId", internal,
  name, type, bytes, width, height`;

export async function insertAttachment(
  sql: Sql,
  {
    id,
    ownerParty,
    ownerId,
    name,
    type,
    bytes,
    width,
    height,
  }: Omit<AttachmentRow, 'conversationId' | 'internal'>,
  now: Date,
): Promise<void> {
  await sql`insert into attachments (id, owner_party, owner_id, name, type, bytes, width, height, uploaded_at)
    values (${id}, ${ownerParty}, ${ownerId}, ${name}, ${type}, ${bytes}, ${width}, ${height}, ${now})`;
}

/** From now on the bytes are on disk. */
export async function markStored(sql: Sql, id: string, now: Date): Promise<void> {
  await sql`update attachments set stored_at = ${now} where id = ${id}`;
}

export async function findAttachment(sql: Sql, id: string): Promise<AttachmentRow | null> {
  const [row] = await sql<AttachmentRow[]>`
    select ${columns(sql)} from attachments
    where id = ${id} and stored_at is not null and withdrawn_at is null`;
  return row ?? null;
}

/** From now on nobody is served this file of a conversation; null when it is not there or somebody else withdrew it. */
export async function withdraw(
  sql: Sql,
  { id, conversationId, now }: { id: string; conversationId: string; now: Date },
): Promise<AttachmentRow | null> {
  const [row] = await sql<AttachmentRow[]>`
    update attachments set withdrawn_at = ${now}
    where id = ${id} and conversation_id = ${conversationId} and stored_at is not null and withdrawn_at is null
    returning ${columns(sql)}`;
  return row ?? null;
}

export async function serveAgain(sql: Sql, id: string): Promise<void> {
  await sql`update attachments set withdrawn_at = null where id = ${id}`;
}

/** A picture that takes the place of `from`: of the same owner, in the same conversation, seen by the same people. */
export async function insertReplacement(
  sql: Sql,
  {
    from,
    id,
    bytes,
    width,
    height,
  }: Pick<AttachmentRow, 'id' | 'bytes' | 'width' | 'height'> & { from: string },
  now: Date,
): Promise<void> {
  await sql`
    insert into attachments (id, owner_party, owner_id, conversation_id, internal, name, type, bytes, width, height, uploaded_at, attached_at)
    select ${id}, owner_party, owner_id, conversation_id, internal, name, type, ${bytes}, ${width}, ${height}, ${now}, ${now}
    from attachments where id = ${from}`;
}

export async function deleteAttachment(sql: Sql, id: string): Promise<void> {
  await sql`delete from attachments where id = ${id}`;
}

/** Files whose withdrawal nobody ended, and whether the log says that they are gone. */
export async function unsettled(sql: Sql, before: Date): Promise<{ id: string; gone: boolean }[]> {
  return sql<{ id: string; gone: boolean }[]>`
    select id, exists (
      select 1 from events e where e.conversation_id = a.conversation_id
        and e.type in ('message.redacted', 'note.redacted') and position(a.id::text in e.body) > 0) as gone
    from attachments a where withdrawn_at < ${before}`;
}

/**
 * Binds uploads of one owner to a conversation: those that belong to none yet, or to this one already. All or none;
 * null when one of them is not there for this owner. A file that a message shows stays shown when a note repeats it.
 */
export async function attach(
  sql: Sql,
  {
    ids,
    owner,
    conversationId,
    internal,
    now,
  }: { ids: string[]; owner: Owner; conversationId: string; internal: boolean; now: Date },
): Promise<AttachmentRow[] | null> {
  const missing = Symbol();
  return sql
    .begin(async (tx) => {
      const rows = await tx<AttachmentRow[]>`
        update attachments set
          internal = case when conversation_id is null then ${internal} else internal and ${internal} end,
          conversation_id = ${conversationId},
          attached_at = coalesce(attached_at, ${now})
        where id = any(${ids}::uuid[]) and owner_party = ${owner.party} and owner_id = ${owner.id}
          and stored_at is not null and withdrawn_at is null and (conversation_id is null or conversation_id = ${conversationId})
        returning ${columns(sql)}`;
      if (rows.length < ids.length) throw missing;
      return rows;
    })
    .catch((error: unknown) => {
      if (error === missing) return null;
      throw error;
    });
}

/**
 * Deletes up to `limit` uploads that nobody sent. `removeBytes` runs before the rows are gone for good: when it
 * fails or the process dies, they are found again next time.
 */
export async function deleteUnattached(
  sql: Sql,
  { before, limit }: { before: Date; limit: number },
  removeBytes: (row: Pick<AttachmentRow, 'id' | 'type'>) => Promise<void>,
): Promise<number> {
  return sql.begin(async (tx) => {
    const rows = await tx<Pick<AttachmentRow, 'id' | 'type'>[]>`
      delete from attachments where id in (
        select id from attachments where conversation_id is null and uploaded_at < ${before}
        order by uploaded_at limit ${limit} for update skip locked
      ) returning id, type`;
    for (const row of rows) await removeBytes(row);
    return rows.length;
  });
}
