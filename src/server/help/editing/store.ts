import type { ISql, JSONValue } from 'postgres';
import type { Doer, Draft } from './draft.ts';
import { leadsTo } from './findings.ts';

type DraftRow = Omit<Draft, 'changedBy' | 'reviewBy' | 'publishedBy' | 'scheduledBy' | 'archivedBy'> &
  Record<'changedId' | 'reviewId' | 'publishedId' | 'scheduledId' | 'archivedId', string | null>;

const columns = (sql: ISql) => sql`
  article_id as id, content, version, changed_at as "changedAt", changed_by as "changedId",
  kept_revision as "keptRevision", review_at as "reviewAt", review_by as "reviewId", live_revision as "liveRevision",
  published_at as "publishedAt", published_by as "publishedId", due_revision as "dueRevision", due_at as "dueAt",
  scheduled_at as "scheduledAt", scheduled_by as "scheduledId", archived_at as "archivedAt",
  archived_by as "archivedId", replacement`;

/** What people are called, by their ids. */
export async function namesOf(sql: ISql, ids: readonly (string | null)[]): Promise<Map<string, Doer>> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await sql<Doer[]>`select id, display_name as name from staff where id = any(${known}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

async function withNames(sql: ISql, row: DraftRow): Promise<Draft> {
  const { changedId, reviewId, publishedId, scheduledId, archivedId, ...draft } = row;
  const names = await namesOf(sql, [changedId, reviewId, publishedId, scheduledId, archivedId]);
  const doer = (id: string | null): Doer | null => (id === null ? null : (names.get(id) ?? null));
  return {
    ...draft,
    changedBy: doer(changedId),
    reviewBy: doer(reviewId),
    publishedBy: doer(publishedId),
    scheduledBy: doer(scheduledId),
    archivedBy: doer(archivedId),
  };
}

/** The draft of an article; null when there is none of this id. */
export async function findDraft(sql: ISql, id: string): Promise<Draft | null> {
  const [row] = await sql<DraftRow[]>`select ${columns(sql)} from article_drafts where article_id = ${id}`;
  return row === undefined ? null : withNames(sql, row);
}

/** The same, held until the transaction ends. */
export async function lockDraft(sql: ISql, id: string): Promise<Draft | null> {
  const [row] = await sql<DraftRow[]>`
    select ${columns(sql)} from article_drafts where article_id = ${id} for update`;
  return row === undefined ? null : withNames(sql, row);
}

/** One article whose time to be published has come, held until the transaction ends; others pass over it. */
export async function lockDue(sql: ISql, now: Date): Promise<Draft | null> {
  const [row] = await sql<DraftRow[]>`
    select ${columns(sql)} from article_drafts where due_at <= ${now}
    order by due_at limit 1 for update skip locked`;
  return row === undefined ? null : withNames(sql, row);
}

const draftRow = (sql: ISql, draft: Draft) => ({
  article_id: draft.id,
  content: sql.json(draft.content as unknown as JSONValue),
  version: draft.version,
  changed_at: draft.changedAt,
  changed_by: draft.changedBy?.id ?? null,
  kept_revision: draft.keptRevision,
  review_at: draft.reviewAt,
  review_by: draft.reviewBy?.id ?? null,
  live_revision: draft.liveRevision,
  published_at: draft.publishedAt,
  published_by: draft.publishedBy?.id ?? null,
  due_revision: draft.dueRevision,
  due_at: draft.dueAt,
  scheduled_at: draft.scheduledAt,
  scheduled_by: draft.scheduledBy?.id ?? null,
  archived_at: draft.archivedAt,
  archived_by: draft.archivedBy?.id ?? null,
  replacement: draft.replacement,
  leads_to: leadsTo(draft.content),
});

/** Puts the first draft of an article, which must exist. */
export async function insertDraft(sql: ISql, draft: Draft): Promise<void> {
  await sql`insert into article_drafts ${sql(draftRow(sql, draft))}`;
}

/** Writes a draft that is locked. */
export async function updateDraft(sql: ISql, draft: Draft): Promise<void> {
  await sql`update article_drafts set ${sql(draftRow(sql, draft))} where article_id = ${draft.id}`;
}

/** Names that an article had, oldest first. */
export async function formerIds(sql: ISql, id: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select from_id as id from article_redirects where to_id = ${id} order by since, from_id`;
  return rows.map((row) => row.id);
}

/** Whether this staff exists, whatever their role. */
export async function staffExists(sql: ISql, id: string): Promise<boolean> {
  return (await sql`select 1 from staff where id = ${id}`).length === 1;
}

/** People of these roles who can sign in, by name. */
export async function staffWithRoles(sql: ISql, roles: readonly string[]): Promise<Doer[]> {
  return sql<Doer[]>`select id, display_name as name from staff
    where disabled_at is null and role = any(${[...roles]}::text[]) order by display_name, id`;
}
