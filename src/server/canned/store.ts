import type { ISql, JSONValue } from 'postgres';
import type { CannedReply, CannedScope } from '../../contract/canned.ts';
import type { Guarded } from '../guard/refuse-secrets.ts';

/** What a reply says. */
export type ReplyWords = Guarded<Pick<CannedReply, 'shortcut' | 'titles' | 'texts'>>;

export type CannedRow = Omit<CannedReply, 'updatedAt' | keyof ReplyWords> & ReplyWords & { updatedAt: Date };

const columns = (
  sql: ISql,
) => sql`id, shortcut, titles, texts, scope, team_id as "teamId", owner_id as "ownerId",
  updated_at as "updatedAt"`;

/** What this person can use: everybody's, their teams' and their own. */
export async function usableBy(sql: ISql, staffId: string, teamIds: readonly string[]): Promise<CannedRow[]> {
  return sql<CannedRow[]>`select ${columns(sql)} from canned_replies
    where scope = 'everyone' or owner_id = ${staffId} or team_id = any(${[...teamIds]}::uuid[])
    order by lower(shortcut), scope desc`;
}

/** Everybody's and all teams', for those who keep them. */
export async function sharedRows(sql: ISql): Promise<CannedRow[]> {
  return sql<CannedRow[]>`select ${columns(sql)} from canned_replies where scope <> 'personal'
    order by lower(shortcut), id`;
}

/** One reply of a kind, locked; `ownerId` null means a shared one. */
export async function lockReply(sql: ISql, id: string, ownerId: string | null): Promise<CannedRow | null> {
  const [row] = await sql<CannedRow[]>`select ${columns(sql)} from canned_replies
    where id = ${id} and owner_id is not distinct from ${ownerId} for update`;
  return row ?? null;
}

export interface ReplyToWrite extends ReplyWords {
  id: string;
  scope: CannedScope;
  teamId: string | null;
  ownerId: string | null;
}

/** Inserts or overwrites; answers the row. */
export async function putReply(sql: ISql, reply: ReplyToWrite, by: string, now: Date): Promise<CannedRow> {
  const texts = sql.json(reply.texts as JSONValue);
  const [row] = await sql<CannedRow[]>`
    insert into canned_replies (id, shortcut, titles, texts, scope, team_id, owner_id, created_by, updated_at)
    values (${reply.id}, ${reply.shortcut}, ${sql.json(reply.titles)}, ${texts}, ${reply.scope}, ${reply.teamId},
      ${reply.ownerId}, ${by}, ${now})
    on conflict (id) do update set shortcut = excluded.shortcut, titles = excluded.titles, texts = excluded.texts,
      scope = excluded.scope, team_id = excluded.team_id, updated_at = excluded.updated_at
    returning ${columns(sql)}`;
  return row as CannedRow;
}

export async function deleteReply(sql: ISql, id: string): Promise<void> {
  await sql`delete from canned_replies where id = ${id}`;
}

export async function insertIfMissing(sql: ISql, reply: ReplyToWrite): Promise<boolean> {
  const rows = await sql`insert into canned_replies (id, shortcut, titles, texts, scope)
    values (${reply.id}, ${reply.shortcut}, ${sql.json(reply.titles)}, ${sql.json(reply.texts)}, ${reply.scope})
    on conflict do nothing returning 1`;
  return rows.length === 1;
}
