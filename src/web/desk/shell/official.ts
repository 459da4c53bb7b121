import { useQuery } from '@tanstack/react-query';
import type { OfficialDomains } from '../../../contract/official.ts';
import { get } from '../api/client.ts';

const none: readonly string[] = [];

/** The official web domains, each with everything below it; none until they are known. */
export function useOfficialDomains(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['official-domains'],
    queryFn: () => get<OfficialDomains>('/api/official-domains'),
    staleTime: 600_000,
  });
  return data?.domains ?? none;
}
