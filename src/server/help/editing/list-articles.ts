import { articleStages } from '../../../contract/article-stages.ts';
import {
  type ArticleRow,
  type ArticleRows,
  type ArticleRowsQuery,
  REVIEW_AFTER_DAYS,
} from '../../../contract/editing.ts';
import type { Locale } from '../../../contract/locale.ts';
import type { Deps } from '../../deps.ts';
import { countStages, type ListRow, listRows } from './list-store.ts';

function toRow({ changedAt, changedById, changedByName, scheduledFor, ...row }: ListRow): ArticleRow {
  const by = changedById === null ? null : { id: changedById, name: changedByName ?? '' };
  return {
    ...row,
    changed: { at: changedAt.toISOString(), by },
    scheduledFor: scheduledFor?.toISOString() ?? null,
  };
}

/** The day, YYYY-MM-DD, before which a review is too long ago. */
function reviewBefore(now: Date): string {
  return new Date(now.getTime() - REVIEW_AFTER_DAYS * 86_400_000).toISOString().slice(0, 10);
}

/** Articles as editors see them, a page at a time. */
export async function listArticles(
  { sql, clock }: Pick<Deps, 'sql' | 'clock'>,
  { review, ...query }: ArticleRowsQuery,
  locale: Locale,
): Promise<ArticleRows> {
  const due = review === undefined ? undefined : reviewBefore(clock.now());
  const [found, counted] = await Promise.all([
    listRows(sql, { ...query, reviewBefore: due, limit: query.limit + 1 }, locale),
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
