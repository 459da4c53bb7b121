import type { ISql } from 'postgres';
import type { ArticleRowsQuery, ArticleStage } from '../../../contract/editing.ts';
import type { ContactAdvice } from '../../../contract/help.ts';
import type { Locale } from '../../../contract/locale.ts';

export interface ListRow {
  id: string;
  topic: string;
  title: string;
  contact: ContactAdvice;
  ownerId: string | null;
  written: Locale[];
  reviewedOn: string | null;
  changedAt: Date;
  changedById: string | null;
  changedByName: string | null;
  stage: ArticleStage;
  live: boolean;
  hasChanges: boolean;
  scheduledFor: Date | null;
  broken: boolean;
}

const changed = (sql: ISql) =>
  sql`(d.kept_revision is null or d.kept_revision is distinct from d.live_revision)`;

/** The same as stageOf in draft.ts. */
const stage = (sql: ISql) => sql`case
  when d.archived_at is not null then 'archived'
  when d.due_at is not null then 'scheduled'
  when d.review_at is not null then 'review'
  when ${changed(sql)} then 'draft' else 'published' end`;

const text = (sql: ISql, locale: Locale, field: string) =>
  sql`d.content #>> ${['versions', locale, field]}::text[]`;

/** The title in a language, else in the other, else the id. */
const title = (sql: ISql, locale: Locale) => sql`coalesce(nullif(${text(sql, locale, 'title')}, ''),
  nullif(${text(sql, locale === 'en' ? 'zh-CN' : 'en', 'title')}, ''), d.article_id)`;

function cursorFilter(sql: ISql, cursor: string | undefined) {
  if (cursor === undefined) return sql`true`;
  const [at = '', id = ''] = cursor.split('~');
  return sql`(d.changed_at, d.article_id) < (${new Date(Number(at))}::timestamptz, ${id})`;
}

const isWritten = (sql: ISql, locale: Locale) =>
  sql`d.content -> 'versions' -> ${locale}::text <> 'null'::jsonb`;

/** The older of the days its versions were reviewed on, YYYY-MM-DD. */
const reviewedOn = (sql: ISql) =>
  sql`least(${text(sql, 'zh-CN', 'reviewedOn')}, ${text(sql, 'en', 'reviewedOn')})`;

/** Whether it links to an article that customers cannot read. */
const broken = (sql: ISql) => sql`exists (
  select 1 from unnest(d.leads_to) as target left join article_redirects r on r.from_id = target
  where not exists (select 1 from article_versions v where v.article_id = coalesce(r.to_id, target)))`;

/** What is asked of an article; `reviewBefore` is YYYY-MM-DD. */
export interface ListFilter extends Omit<ArticleRowsQuery, 'review' | 'lang'> {
  reviewBefore?: string | undefined;
}

/** Articles as lines of a list, latest change first. */
export async function listRows(
  sql: ISql,
  { stage: wanted, topic, owner, written, missing, reviewBefore, links, q, cursor, limit }: ListFilter,
  locale: Locale,
): Promise<ListRow[]> {
  const all = sql`true`;
  const part = (q ?? '').toLowerCase();
  return sql<ListRow[]>`
    select d.article_id as id, d.content ->> 'topic' as topic, ${title(sql, locale)} as title,
      d.content ->> 'contact' as contact, d.content ->> 'ownerId' as "ownerId",
      array(select key from jsonb_each(d.content -> 'versions') where value <> 'null'::jsonb order by key desc) as written,
      ${reviewedOn(sql)} as "reviewedOn",
      d.changed_at as "changedAt", d.changed_by as "changedById", s.display_name as "changedByName",
      ${stage(sql)} as stage, d.live_revision is not null as live,
      ${changed(sql)} as "hasChanges", d.due_at as "scheduledFor",
      ${broken(sql)} as broken
    from article_drafts d left join staff s on s.id = d.changed_by
    where ${wanted === undefined ? sql`d.archived_at is null` : sql`${stage(sql)} = ${wanted}`}
      and ${topic === undefined ? all : sql`d.content ->> 'topic' = ${topic}`}
      and ${owner === undefined ? all : sql`d.content ->> 'ownerId' = ${owner}`}
      and ${written === undefined ? all : isWritten(sql, written)}
      and ${missing === undefined ? all : sql`not (${isWritten(sql, missing)})`}
      and ${links === undefined ? all : broken(sql)}
      and ${reviewBefore === undefined ? all : sql`${reviewedOn(sql)} < ${reviewBefore}`}
      and ${
        part === ''
          ? all
          : sql`(position(${part} in d.article_id) > 0
              or position(${part} in lower(coalesce(${text(sql, 'zh-CN', 'title')}, ''))) > 0
              or position(${part} in lower(coalesce(${text(sql, 'en', 'title')}, ''))) > 0)`
      }
      and ${cursorFilter(sql, cursor)}
    order by d.changed_at desc, d.article_id desc limit ${limit}`;
}

/** How many articles each stage has. */
export async function countStages(sql: ISql): Promise<Map<ArticleStage, number>> {
  const rows = await sql<{ stage: ArticleStage; count: number }[]>`
    select ${stage(sql)} as stage, count(*)::int as count from article_drafts d group by 1`;
  return new Map(rows.map((row) => [row.stage, row.count]));
}
