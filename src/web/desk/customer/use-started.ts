import { useQuery } from '@tanstack/react-query';
import type { EventsPage } from '../../../contract/conversations.ts';
import type { EventBody } from '../../../contract/events.ts';
import type { ConversationState } from '../../shared/conversation/state.ts';
import { get } from '../api/client.ts';

/** How the conversation began: what the customer gave with it. It is the log's first line, which may not be loaded yet. */
export function useStarted(
  id: string,
  state: ConversationState | undefined,
): EventBody<'conversation.started'> | undefined {
  const held = state?.events[0];
  const { data } = useQuery({
    queryKey: ['started', id],
    queryFn: async () =>
      (await get<EventsPage>(`/api/desk/conversations/${id}/events?after=0&limit=1`)).events[0] ?? null,
    enabled: state !== undefined && held !== undefined && held.type !== 'conversation.started',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const first = held?.type === 'conversation.started' ? held : data;
  return first?.type === 'conversation.started' ? first.body : undefined;
}
