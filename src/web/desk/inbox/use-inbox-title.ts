import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session/me.ts';
import { useTitle } from '../shell/brand.ts';
import { rowsOf } from './apply.ts';
import { countersQuery, inboxQuery } from './queries.ts';
import type { View } from './view.ts';

/** The name of a view, as the sidebar and the list say it. */
export function useViewTitle(view: View | null): string {
  const { t } = useTranslation();
  const me = useMe();
  if (view?.kind !== 'team') return t(`views.${view?.kind ?? 'mine'}`);
  return me.teams.find(({ id }) => id === view.team)?.name ?? t('views.team');
}

/** The tab's title counts what needs this agent: own conversations with something unread, and those nobody has. */
export function useInboxTitle(view: View | null): void {
  const mine = useInfiniteQuery(inboxQuery({ kind: 'mine' }));
  const { data: counters } = useQuery(countersQuery);
  const unread = rowsOf(mine.data).filter((row) => row.unread).length;
  useTitle(useViewTitle(view), unread + (counters?.unassigned ?? 0));
}
