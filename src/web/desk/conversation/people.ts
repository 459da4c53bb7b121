import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Agent } from '../../../contract/staff.ts';
import type { Team } from '../../../contract/teams.ts';
import type { Topic } from '../../../contract/topics.ts';
import { get } from '../api/client.ts';

type Rows<T> = { rows: T[] };

/** Lists answer as `{rows}`; a bare array is taken as well. */
const rowsOf = <T>(answer: Rows<T> | T[]): T[] => (Array.isArray(answer) ? answer : answer.rows);

/** Colleagues who can be given a conversation. Presence frames keep them fresh; the open counts lag by a minute. */
export const agentsQuery = queryOptions({
  queryKey: ['agents'],
  queryFn: async () => rowsOf(await get<Rows<Agent>>('/api/desk/agents')),
  refetchInterval: 60_000,
});

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: async () => rowsOf(await get<Rows<Team>>('/api/desk/teams')),
});

export const topicsQuery = queryOptions({
  queryKey: ['topics'],
  queryFn: async () => rowsOf(await get<Rows<Topic>>('/api/topics')),
  staleTime: 600_000,
});

/** The name of a topic in the reader's language; its id until the list is there. */
export function useTopicName(): (id: string | null) => string | null {
  const { data } = useQuery(topicsQuery);
  return (id) => data?.find((topic) => topic.id === id)?.name ?? id;
}
