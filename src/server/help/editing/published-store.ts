import type { ISql } from 'postgres';
import type { ArticleContent, ArticleText } from '../../../contract/editing.ts';
import { type Locale, locales } from '../../../contract/locale.ts';
import type { Whereabouts } from './findings.ts';

/** An article nobody can read yet: its versions come when it is published. */
export async function insertArticle(
  sql: ISql,
  id: string,
  { topic, position, contact }: ArticleContent,
): Promise<void> {
  await sql`insert into articles (id, topic, position, contact)
    values (${id}, ${topic}, ${position}, ${contact})`;
}

/** The articles beside this one, by their names of now: one that was renamed is meant by its old name, too. */
export async function currentRelated(
  sql: ISql,
  id: string,
  { related: ids }: Pick<ArticleContent, 'related'>,
): Promise<string[]> {
  const rows = await sql<{ from: string; to: string }[]>`
    select from_id as from, to_id as to from article_redirects where from_id = any(${[...ids]}::text[])`;
  const moved = new Map(rows.map((row) => [row.from, row.to]));
  return [...new Set(ids.map((other) => moved.get(other) ?? other))].filter((other) => other !== id);
}

async function putVersion(sql: ISql, id: string, locale: Locale, text: ArticleText): Promise<void> {
  await sql`
    insert into article_versions (article_id, locale, title, answer, body, similar_questions, keywords, prepare, reviewed_on)
    values (${id}, ${locale}, ${text.title}, ${text.answer}, ${text.body}, ${text.similar}, ${text.keywords},
      ${text.prepare}, ${text.reviewedOn})
    on conflict (article_id, locale) do update set title = excluded.title, answer = excluded.answer,
      body = excluded.body, similar_questions = excluded.similar_questions, keywords = excluded.keywords,
      prepare = excluded.prepare, reviewed_on = excluded.reviewed_on, updated_at = now()`;
}

/** Makes this what customers read; to be called in a transaction. */
export async function putPublished(sql: ISql, id: string, content: ArticleContent): Promise<void> {
  const related = await currentRelated(sql, id, content);
  await sql`update articles set topic = ${content.topic}, position = ${content.position}, related = ${related},
      terms = ${content.terms}, contact = ${content.contact} where id = ${id}`;
  for (const locale of locales) {
    const text = content.versions[locale];
    if (text !== null) await putVersion(sql, id, locale, text);
    else await sql`delete from article_versions where article_id = ${id} and locale = ${locale}`;
  }
}

/** Takes an article away from customers. */
export async function removePublished(sql: ISql, id: string): Promise<void> {
  await sql`delete from article_versions where article_id = ${id}`;
}

/** Gives an article another name; the old one leads to it. What refers to it follows by itself, `related` here. */
export async function renameArticle(sql: ISql, from: string, to: string, now: Date): Promise<void> {
  await sql`delete from article_redirects where from_id = ${to} and to_id = ${from}`;
  await sql`update articles set id = ${to} where id = ${from}`;
  await sql`insert into article_redirects (from_id, to_id, since) values (${from}, ${to}, ${now})`;
  await sql`update articles set related = array_replace(related, ${from}, ${to}) where ${from} = any(related)`;
}

/** The article that had this name; null when none did. */
export async function movedTo(sql: ISql, id: string): Promise<string | null> {
  const [row] = await sql<{ to: string }[]>`select to_id as to from article_redirects where from_id = ${id}`;
  return row?.to ?? null;
}

/** What customers find where these articles are linked to; an old name leads to the article that had it. */
export async function whereaboutsOf(sql: ISql, ids: readonly string[]): Promise<Whereabouts> {
  if (ids.length === 0) return new Map();
  const rows = await sql<{ id: string; state: 'live' | 'archived' | 'unpublished' }[]>`
    select asked.id, case
        when exists (select 1 from article_versions v where v.article_id = d.article_id) then 'live'
        when d.archived_at is not null then 'archived' else 'unpublished' end as state
    from unnest(${[...ids]}::text[]) asked(id)
      left join article_redirects r on r.from_id = asked.id
      join article_drafts d on d.article_id = coalesce(r.to_id, asked.id)`;
  return new Map(rows.map(({ id, state }) => [id, state]));
}
