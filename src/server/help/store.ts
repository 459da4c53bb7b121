import type { Sql } from 'postgres';
import type { Locale } from '../../contract/locale.ts';
import type { ArticleVersion, StoredArticle } from './article.ts';

/** Raised by every change; equal numbers mean that nothing changed in between. */
export async function readRevision(sql: Sql): Promise<string> {
  const [row] = await sql<{ revision: string }[]>`select revision::text from help_revision`;
  return row?.revision ?? '0';
}

type VersionRow = ArticleVersion & { articleId: string };

/** Every article with all its versions, in the order of its topic. */
export async function readArticles(sql: Sql): Promise<StoredArticle[]> {
  const articles = await sql<Omit<StoredArticle, 'versions'>[]>`
    select id, topic, position, related from articles order by topic, position, id`;
  const versions = await sql<VersionRow[]>`
    select article_id as "articleId", locale, title, answer, body, similar_questions as similar, keywords, prepare,
      contact, to_char(reviewed_on, 'YYYY-MM-DD') as "reviewedOn"
    from article_versions order by article_id, locale desc`;
  const byArticle = Map.groupBy(versions, (version) => version.articleId);
  return articles.map((article) => ({ ...article, versions: byArticle.get(article.id) ?? [] }));
}

/** Writes articles that do not exist yet, all or none; returns how many were new. */
export async function insertArticles(sql: Sql, articles: readonly StoredArticle[]): Promise<number> {
  if (articles.length === 0) return 0;
  return sql.begin(async (tx) => {
    const added = await tx<{ id: string }[]>`
      insert into articles ${tx(articles.map(({ versions: _, ...article }) => ({ ...article, related: [...article.related] })))}
      on conflict (id) do nothing returning id`;
    const ids = new Set(added.map((row) => row.id));
    const versions = articles.filter((article) => ids.has(article.id)).flatMap(versionRows);
    if (versions.length > 0) await tx`insert into article_versions ${tx(versions)}`;
    return ids.size;
  });
}

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
    contact: version.contact,
    reviewed_on: version.reviewedOn,
  }));

/** Counts one answer to "did this solve it?" on `day` (YYYY-MM-DD). */
export async function countVote(
  sql: Sql,
  vote: { articleId: string; locale: Locale; day: string; solved: boolean },
): Promise<void> {
  const [solved, unsolved] = vote.solved ? [1, 0] : [0, 1];
  await sql`
    insert into article_votes (article_id, locale, day, solved, unsolved)
    values (${vote.articleId}, ${vote.locale}, ${vote.day}, ${solved}, ${unsolved})
    on conflict (article_id, locale, day)
    do update set solved = article_votes.solved + excluded.solved, unsolved = article_votes.unsolved + excluded.unsolved`;
}

/** Whether the help centre has never had an article. */
export async function isEmpty(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ empty: boolean }[]>`select not exists (select from articles) as empty`;
  return row?.empty ?? true;
}
