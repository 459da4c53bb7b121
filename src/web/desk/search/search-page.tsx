import { TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Search, SearchX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import type { SearchPage as Found } from '../../../contract/search.ts';
import { get, query } from '../api/client.ts';
import { useTitle } from '../shell/brand.ts';
import { Page } from '../ui/page.tsx';
import { Empty, Failed, SkeletonRows } from '../ui/state.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { Results } from './results.tsx';

/** Finds words in all messages, notes and customers; the address holds the words, so a search can be shared. */
export function SearchPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('q') ?? '');
  const words = useSettled(text).trim();
  useTitle(t('search.title'), 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the words, never the other way round
  useEffect(() => {
    if (words !== (params.get('q') ?? '')) setParams(words === '' ? {} : { q: words }, { replace: true });
  }, [words]);
  const found = useInfiniteQuery({
    queryKey: ['search', words],
    queryFn: ({ pageParam, signal }) =>
      get<Found>(`/api/desk/search${query({ q: words, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled: words !== '',
    placeholderData: (previous) => (words === '' ? undefined : previous),
    staleTime: 10_000,
  });
  const nothing =
    found.data?.pages.every((page) => page.messages.length === 0 && page.customers.length === 0) ?? false;
  return (
    <Page title={t('search.title')} wide>
      <TextInput
        type="search"
        size="md"
        autoFocus
        maxLength={200}
        value={text}
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        leftSection={<Search size={18} aria-hidden="true" />}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div role="status" className="visually-hidden">
        {nothing && t('search.nothing', { words })}
      </div>
      {words === '' && <Empty icon={Search} title={t('search.begin')} hint={t('search.beginHint')} />}
      {words !== '' && found.isPending && <SkeletonRows count={6} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {words !== '' && nothing && (
        <Empty icon={SearchX} title={t('search.nothing', { words })} hint={t('search.nothingHint')} />
      )}
      {words !== '' && found.data && !nothing && (
        <Results
          pages={found.data.pages}
          more={found.hasNextPage ? () => void found.fetchNextPage() : null}
          busy={found.isFetchingNextPage}
        />
      )}
    </Page>
  );
}
