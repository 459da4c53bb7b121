import { QueryClient } from '@tanstack/react-query';
import { RequestFailed } from './client.ts';

/**
 * Live frames keep the lists fresh, so nothing is fetched again merely because a window was focused; what a refusal
 * says will not change by asking again.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => error instanceof RequestFailed && error.transient && count < 3,
    },
    mutations: { retry: false },
  },
});
