import type { Sql } from 'postgres';
import {
  type ArticleRow,
  type ArticleRows,
  type ArticleRowsQuery,
  articleStages,
} from '../../../contract/editing.ts';
import type { Locale } from '../../../contract/locale.ts';
import { countStages, type ListRow, listRows } from './list-store.ts';

function toRow({ changedAt, changedById, changedByName, scheduledFor, ...row }: ListRow): ArticleRow {
  const by = changedById === null ? null : { id: changedById, name: changedByName ?? '' };
  return {
    ...row,
    changed: { at: changedAt.toISOString(), by },
    scheduledFor: scheduledFor?.toISOString() ?? null,
  };
}

/** Articles as editors see them, a page at a time. */
export async function listArticles(sql: Sql, query: ArticleRowsQuery, locale: Locale): Promise<ArticleRows> {
  const [found, counted] = await Promise.all([
    listRows(sql, { ...query, limit: query.limit + 1 }, locale),
    countStages(sql),
  ]);
  const rows = found.slice(0, query.limit);
  const last = found.length > rows.length ? rows.at(-1) : undefined;
  const counts = Object.fromEntries(articleStages.map((stage) => [stage, counted.get(stage) ?? 0]));
  return {
    rows: rows.map(toRow),
    next: last === undefined ? null : `${last.changedAt.getTime()}~${last.id}`,
    counts: counts as ArticleRows['counts'],
  };
}
