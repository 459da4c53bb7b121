import { queryOptions } from '@tanstack/react-query';
import type { MyOffers, QueueView } from '../../../contract/queue.ts';
import { get } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';

/** A wait grows too long by itself, without anybody's doing: looked at now and again. */
const AGAIN_MS = 10_000;

export const queueQuery = queryOptions({
  queryKey: ['queue', 'view'],
  queryFn: () => get<QueueView>('/api/desk/queue'),
  refetchInterval: AGAIN_MS,
});

export const offersQuery = queryOptions({
  queryKey: ['queue', 'offers'],
  queryFn: () => get<MyOffers>('/api/desk/queue/offers'),
  refetchInterval: AGAIN_MS,
});

/** Somebody came, went, or was offered. */
export const refreshQueue = (): void => void queryClient.invalidateQueries({ queryKey: ['queue'] });
