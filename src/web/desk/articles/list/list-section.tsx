import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { BookOpenText, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ArticleRow, ArticleRows } from '../../../../contract/editing.ts';
import { type Column, DataTable } from '../../admin/parts/data-table.tsx';
import { topicsQuery } from '../../conversation/people.ts';
import { currentLocale } from '../../i18n.ts';
import { Page } from '../../ui/page.tsx';
import { dateText, dateTime } from '../../ui/time.ts';
import { editorHref, fetchArticles } from '../queries.ts';
import { StageMark } from '../stage-mark.tsx';
import { FilterBar } from './filter-bar.tsx';
import { askedBy, useFilters } from './filters.ts';
import classes from './list.module.css';
import { NewArticleDialog } from './new-article-dialog.tsx';

function useColumns(): Column<ArticleRow>[] {
  const { t } = useTranslation();
  const { data: topics = [] } = useQuery(topicsQuery);
  const locale = currentLocale();
  return [
    {
      name: t('articles.field.title'),
      cell: ({ id, title, broken }) => (
        <>
          <Link href={editorHref(id)} className={classes.title}>
            {title}
          </Link>
          <span className={classes.small}>{id}</span>
          {broken && <span className={`${classes.small} ${classes.warn}`}>{t('articles.list.broken')}</span>}
        </>
      ),
    },
    {
      name: t('articles.list.stage'),
      cell: (row) => (
        <>
          <StageMark {...row} />
          {row.scheduledFor && <span className={classes.small}>{dateTime(row.scheduledFor, locale)}</span>}
        </>
      ),
    },
    {
      name: t('articles.field.topic'),
      cell: ({ topic }) => topics.find(({ id }) => id === topic)?.name ?? topic,
    },
    {
      name: t('articles.list.language'),
      cell: ({ written }) => written.map((each) => t(`language.${each}`)).join(' · ') || '—',
    },
    {
      name: t('articles.field.reviewedOn'),
      cell: ({ reviewedOn }) => (reviewedOn ? dateText(reviewedOn, locale) : '—'),
    },
    {
      name: t('articles.list.changed'),
      cell: ({ changed }) => (
        <>
          {dateTime(changed.at, locale)}
          {changed.by && <span className={classes.small}>{changed.by.name}</span>}
        </>
      ),
    },
  ];
}

/** All articles, latest change first, narrowed by what an editor looks for. */
export function ListSection() {
  const { t } = useTranslation();
  const [filters, change] = useFilters();
  const [creating, setCreating] = useState(false);
  const columns = useColumns();
  const asked = askedBy(filters);
  const found = useInfiniteQuery({
    queryKey: ['articles', 'list', currentLocale(), asked],
    queryFn: ({ pageParam, signal }) =>
      fetchArticles({ ...asked, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: ArticleRows) => last.next,
    placeholderData: (previous) => previous,
    staleTime: 0,
  });
  const data = found.data && { rows: found.data.pages.flatMap(({ rows }) => rows) };
  return (
    <Page
      wide
      title={t('articles.list.title')}
      hint={t('articles.list.hint')}
      actions={
        <Button leftSection={<Plus size={16} />} onClick={() => setCreating(true)}>
          {t('articles.create')}
        </Button>
      }
    >
      <FilterBar filters={filters} change={change} counts={found.data?.pages[0]?.counts} />
      <DataTable
        query={{ ...found, data } as never}
        columns={columns}
        rowKey={({ id }) => id}
        icon={BookOpenText}
        empty={t('articles.list.empty')}
        emptyHint={t('articles.list.emptyHint')}
      />
      {found.hasNextPage && (
        <Button
          variant="default"
          className={classes.more}
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('search.more')}
        </Button>
      )}
      {creating && <NewArticleDialog close={() => setCreating(false)} />}
    </Page>
  );
}
