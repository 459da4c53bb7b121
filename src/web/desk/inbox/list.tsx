import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CircleCheck, Inbox } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { Empty, Failed, SkeletonRows } from '../ui/state.tsx';
import { rowsOf } from './apply.ts';
import classes from './list.module.css';
import { countersQuery, inboxQuery } from './queries.ts';
import { Rows } from './rows.tsx';
import { useViewTitle } from './use-inbox-title.ts';
import { type View, viewName } from './view.ts';

function useCount(view: View): number | undefined {
  const { data } = useQuery(countersQuery);
  if (data === undefined || view.kind === 'resolved') return undefined;
  return view.kind === 'team' ? data.teams[view.team] : data[view.kind];
}

/** The conversations of a view, newest first, live. J and K walk through them. */
export function List({ view, openId }: { view: View; openId: string | null }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const inbox = useInfiniteQuery(inboxQuery(view));
  const rows = useMemo(() => rowsOf(inbox.data), [inbox.data]);
  const name = viewName(view);
  const walk = (step: 1 | -1) => {
    const at = rows.findIndex((row) => row.id === openId);
    const next = rows[at === -1 ? 0 : at + step];
    if (next !== undefined) navigate(`/inbox/${name}/${next.id}`, { replace: openId !== null });
  };
  useShortcuts({ j: () => walk(1), k: () => walk(-1), s: () => navigate('/search') });
  const count = useCount(view);
  return (
    <section className={classes.list} aria-label={t('inbox.list')}>
      <header className={classes.header}>
        <h1 className={classes.title}>{useViewTitle(view)}</h1>
        {count !== undefined && <span className={classes.count}>{count}</span>}
      </header>
      {inbox.isPending && <SkeletonRows count={10} height={64} />}
      {inbox.isError && rows.length === 0 && (
        <Failed error={inbox.error} retry={() => void inbox.refetch()} />
      )}
      {inbox.isSuccess && rows.length === 0 && (
        <Empty
          icon={view.kind === 'resolved' ? CircleCheck : Inbox}
          title={t(`inbox.empty.${view.kind}`)}
          hint={t(`inbox.emptyHint.${view.kind}`)}
        />
      )}
      {rows.length > 0 && (
        <Rows
          rows={rows}
          openId={openId}
          view={name}
          more={inbox.hasNextPage}
          loadMore={() => {
            if (!inbox.isFetching) void inbox.fetchNextPage();
          }}
        />
      )}
    </section>
  );
}
