import type { ISql, JSONValue } from 'postgres';
import type { ArticleContent, RevisionWhy } from '../../../contract/editing.ts';
import type { Doer } from './draft.ts';

export interface NewRevision {
  articleId: string;
  content: ArticleContent;
  at: Date;
  by: Doer | null;
  why: RevisionWhy;
  note: string;
}

export interface RevisionRow {
  number: number;
  at: Date;
  by: Doer | null;
  why: RevisionWhy;
  note: string;
}

/** Keeps a text for good and answers its number. The article's draft is locked, so that numbers follow each other. */
export async function insertRevision(sql: ISql, revision: NewRevision): Promise<number> {
  const { articleId, content, at, by, why, note } = revision;
  const [row] = await sql<{ number: number }[]>`
    insert into article_revisions (article_id, number, content, made_at, made_by, why, note)
    select ${articleId}, coalesce(max(number), 0) + 1, ${sql.json(content as unknown as JSONValue)}, ${at}::timestamptz,
      ${by?.id ?? null}::uuid, ${why}, ${note}
    from article_revisions where article_id = ${articleId}
    returning number`;
  return (row as { number: number }).number;
}

type Read = Omit<RevisionRow, 'by'> & { byId: string | null; byName: string | null };

const columns = (sql: ISql) => sql`r.number, r.made_at as at, r.made_by as "byId", s.display_name as "byName",
  r.why, r.note`;

function toRow<T extends Read>({ byId, byName, ...row }: T) {
  return { ...row, by: byId === null ? null : { id: byId, name: byName ?? '' } };
}

/** What was kept of an article, newest first, without the texts. */
export async function listRevisions(sql: ISql, articleId: string): Promise<RevisionRow[]> {
  const rows = await sql<Read[]>`select ${columns(sql)}
    from article_revisions r left join staff s on s.id = r.made_by
    where r.article_id = ${articleId} order by r.number desc`;
  return rows.map(toRow);
}

export async function findRevision(
  sql: ISql,
  articleId: string,
  number: number,
): Promise<(RevisionRow & { content: ArticleContent }) | null> {
  const [row] = await sql<(Read & { content: ArticleContent })[]>`select ${columns(sql)}, r.content
    from article_revisions r left join staff s on s.id = r.made_by
    where r.article_id = ${articleId} and r.number = ${number}`;
  return row === undefined ? null : toRow(row);
}
