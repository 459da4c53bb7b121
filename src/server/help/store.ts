import type { ISql } from 'postgres';
import type { Locale } from '../../contract/locale.ts';
import type { ArticleVersion, StoredArticle } from './article.ts';
import { insertPublishedDrafts } from './editing/starter-store.ts';

/** Raised by every change; equal numbers mean that nothing changed in between. */
export async function readRevision(sql: ISql): Promise<string> {
  const [row] = await sql<{ revision: string }[]>`select revision::text from help_revision`;
  return row?.revision ?? '0';
}

/** Marks the starter content as installed; false when it already was. Holds the row until the transaction ends. */
export async function claimStarter(sql: ISql, now: Date): Promise<boolean> {
  const rows = await sql`
    update help_revision set starter_installed_at = ${now} where starter_installed_at is null returning 1`;
  return rows.length === 1;
}

type VersionRow = ArticleVersion & { articleId: string };

/** The ids of all articles in the order of their topics, each with a text that is another after every change of it. */
export async function readStamps(sql: ISql): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; stamp: string }[]>`
    select a.id, a.xmin::text || coalesce(string_agg(v.locale || v.xmin::text, '' order by v.locale), '') as stamp
    from articles a left join article_versions v on v.article_id = a.id
    group by a.id, a.xmin order by a.topic, a.position, a.id`;
  return new Map(rows.map(({ id, stamp }) => [id, stamp]));
}

/** Articles with all their versions, in no order. */
export async function readArticles(sql: ISql, ids: readonly string[]): Promise<StoredArticle[]> {
  if (ids.length === 0) return [];
  const articles = await sql<Omit<StoredArticle, 'versions'>[]>`
    select id, topic, position, related, terms, contact from articles where id = any(${[...ids]})`;
  const versions = await sql<VersionRow[]>`
    select article_id as "articleId", locale, title, answer, body, similar_questions as similar, keywords, prepare,
      to_char(reviewed_on, 'YYYY-MM-DD') as "reviewedOn"
    from article_versions where article_id = any(${[...ids]}) order by article_id, locale desc`;
  const byArticle = Map.groupBy(versions, (version) => version.articleId);
  return articles.map((article) => ({ ...article, versions: byArticle.get(article.id) ?? [] }));
}

const articleRow = ({ id, topic, position, related, terms, contact }: StoredArticle) => ({
  id,
  topic,
  position,
  related: [...related],
  terms: [...terms],
  contact,
});

const versionRows = (article: StoredArticle) =>
  article.versions.map((version) => ({
    article_id: article.id,
    locale: version.locale,
    title: version.title,
    answer: version.answer,
    body: version.body,
    similar_questions: [...version.similar],
    keywords: [...version.keywords],
    prepare: [...version.prepare],
    reviewed_on: version.reviewedOn,
  }));

/** Writes articles that do not exist yet with all their versions; to be called in a transaction. Returns how many. */
export async function insertArticles(sql: ISql, articles: readonly StoredArticle[]): Promise<number> {
  if (articles.length === 0) return 0;
  const added = await sql<{ id: string }[]>`
    insert into articles ${sql(articles.map(articleRow))} on conflict (id) do nothing returning id`;
  const ids = new Set(added.map((row) => row.id));
  const fresh = articles.filter((article) => ids.has(article.id));
  const versions = fresh.flatMap(versionRows);
  if (versions.length > 0) await sql`insert into article_versions ${sql(versions)}`;
  await insertPublishedDrafts(sql, fresh);
  return ids.size;
}

/** Counts one answer to "did this solve it?" on `day` (YYYY-MM-DD). */
export async function countVote(
  sql: ISql,
  vote: { articleId: string; locale: Locale; day: string; solved: boolean },
): Promise<void> {
  const [solved, unsolved] = vote.solved ? [1, 0] : [0, 1];
  await sql`
    insert into article_votes (article_id, locale, day, solved, unsolved)
    values (${vote.articleId}, ${vote.locale}, ${vote.day}, ${solved}, ${unsolved})
    on conflict (article_id, locale, day) do update set solved = article_votes.solved + excluded.solved,
      unsolved = article_votes.unsolved + excluded.unsolved`;
}
