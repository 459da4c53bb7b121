import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ConversationSummary, InboxPage } from '../../../contract/conversations.ts';
import type { Counters } from '../../../contract/frames.ts';
import { get, query } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { applyChanges, type LoadedPages } from './apply.ts';
import { parseView, type View, viewName } from './view.ts';

const PAGE = 50;
/** Pages that are fetched anew when the list went stale; the rest comes again while scrolling. */
const FRESH_PAGES = 3;

export const inboxQuery = (view: View) =>
  infiniteQueryOptions({
    queryKey: ['inbox', viewName(view)],
    queryFn: ({ pageParam, signal }) => {
      const { kind } = view;
      const team = kind === 'team' ? view.team : undefined;
      return get<InboxPage>(
        `/api/desk/conversations${query({ view: kind, team, cursor: pageParam, limit: PAGE })}`,
        signal,
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: 300_000,
  });

export const countersQuery = queryOptions({
  queryKey: ['counters'],
  queryFn: () => get<Counters>('/api/desk/counters'),
  staleTime: Number.POSITIVE_INFINITY,
});

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversation', id],
    queryFn: () => get<ConversationSummary>(`/api/desk/conversations/${id}`),
  });

const newer = (known: ConversationSummary | undefined, change: ConversationSummary) =>
  known !== undefined && known.lastSeq > change.lastSeq ? known : change;

/** Puts changed conversations where they now belong, in every list that was fetched. */
export function applyInboxFrame(changed: readonly ConversationSummary[], me: string): void {
  for (const [key] of queryClient.getQueriesData<InfiniteData<InboxPage>>({ queryKey: ['inbox'] })) {
    const view = parseView(String(key[1]));
    if (view === null) continue;
    queryClient.setQueryData<LoadedPages>(key, (loaded) => loaded && applyChanges(view, me, loaded, changed));
  }
  for (const change of changed) {
    queryClient.setQueryData<ConversationSummary>(['conversation', change.id], (known) =>
      newer(known, change),
    );
  }
}

/** Fetches the lists again from their top: after a reconnect, or when the server says that too much changed. */
export function refreshInbox(): void {
  for (const [key] of queryClient.getQueriesData({ queryKey: ['inbox'] })) {
    queryClient.setQueryData<LoadedPages>(
      key,
      (loaded) =>
        loaded && {
          pages: loaded.pages.slice(0, FRESH_PAGES),
          pageParams: loaded.pageParams.slice(0, FRESH_PAGES),
        },
    );
  }
  void queryClient.invalidateQueries({ queryKey: ['inbox'] });
  void queryClient.invalidateQueries({ queryKey: ['counters'] });
  void queryClient.invalidateQueries({ queryKey: ['conversation'] });
}
