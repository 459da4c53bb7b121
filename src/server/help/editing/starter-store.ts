import type { ISql, JSONValue } from 'postgres';
import type { StoredArticle } from '../article.ts';
import { contentOf } from './content.ts';
import { leadsTo } from './findings.ts';

/** Gives articles that were put in place as published the draft and the first revision that editing begins from. */
export async function insertPublishedDrafts(sql: ISql, articles: readonly StoredArticle[]): Promise<void> {
  const rows = articles.map((article) => {
    const content = contentOf(article);
    return { id: article.id, content, leads_to: leadsTo(content) };
  });
  await sql`
    with rows as (
      select r.id, r.content, r.leads_to, date_trunc('milliseconds', now()) as at
      from jsonb_to_recordset(${sql.json(rows as unknown as JSONValue)}) as r(id text, content jsonb, leads_to text[])
    ), kept as (
      insert into article_revisions (article_id, number, content, made_at, why)
      select id, 1, content, at, 'published' from rows
    )
    insert into article_drafts (
      article_id, content, version, changed_at, kept_revision, live_revision, published_at, leads_to)
    select id, content, 1, at, 1, 1, at, leads_to from rows`;
}
