import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { RequestFailed } from './client.ts';

/** The session ended somewhere else: whatever asked next finds out, and the sign-in comes up at the same address. */
const onError = (error: unknown): void => {
  if (error instanceof RequestFailed && error.status === 401) queryClient.setQueryData(['me'], null);
};

/**
 * Live frames keep the lists fresh, so nothing is fetched again merely because a window was focused; what a refusal
 * says will not change by asking again.
 */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => error instanceof RequestFailed && error.transient && count < 3,
    },
    mutations: { retry: false },
  },
});
