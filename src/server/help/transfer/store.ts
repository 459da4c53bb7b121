import type { ISql } from 'postgres';
import type { ArticleContent } from '../../../contract/editing.ts';

/** Working copies of all articles that are in use, by id. */
export async function contentsInUse(sql: ISql): Promise<{ id: string; content: ArticleContent }[]> {
  return sql<{ id: string; content: ArticleContent }[]>`
    select article_id as id, content from article_drafts where archived_at is null order by article_id`;
}

/** What is there already of these articles. */
export async function knownArticles(
  sql: ISql,
  ids: readonly string[],
): Promise<Map<string, { content: ArticleContent; archived: boolean }>> {
  const rows = await sql<{ id: string; content: ArticleContent; archived: boolean }[]>`
    select article_id as id, content, archived_at is not null as archived
    from article_drafts where article_id = any(${[...ids]}::text[])`;
  return new Map(rows.map(({ id, ...known }) => [id, known]));
}

/** Ids that articles had before, which lead to them for good. */
export async function formerAmong(sql: ISql, ids: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select from_id as id from article_redirects where from_id = any(${[...ids]}::text[])`;
  return new Set(rows.map(({ id }) => id));
}

/** E-mail addresses of everybody who works here or did, by their ids. */
export async function emailsById(sql: ISql): Promise<Map<string, string>> {
  const rows = await sql<
    { id: string; email: string }[]
  >`select id, email from staff where email is not null`;
  return new Map(rows.map(({ id, email }) => [id, email]));
}
