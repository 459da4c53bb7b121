import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import type { ConversationState } from '../../shared/conversation/state.ts';
import { queryClient } from '../api/query-client.ts';
import { conversationQuery } from '../inbox/queries.ts';
import { conversations } from './held.ts';

/** How long a list row may lag behind the log before it is asked for, in milliseconds: a frame usually brings it. */
const ROW_LAG_MS = 1_500;

export interface OpenConversation {
  summary: ConversationSummary | undefined;
  state: ConversationState | undefined;
  error: unknown;
  retry: () => void;
}

function useHeldState(id: string): ConversationState | undefined {
  const subscribe = useCallback(
    (listener: () => void) => conversations.onChange((c) => c === id && listener()),
    [id],
  );
  return useSyncExternalStore(subscribe, () => conversations.state(id));
}

/** The log holds more than the row says: ask for the row when no frame brings it. */
function useFreshSummary(
  summary: ConversationSummary | undefined,
  state: ConversationState | undefined,
): void {
  const newest = state?.events.at(-1)?.seq ?? 0;
  const behind = summary !== undefined && newest > summary.lastSeq;
  useEffect(() => {
    if (!behind) return;
    const timer = setTimeout(
      () => void queryClient.invalidateQueries({ queryKey: ['conversation', summary.id] }),
      ROW_LAG_MS,
    );
    return () => clearTimeout(timer);
  }, [behind, summary?.id]);
}

/**
 * A conversation on the screen: its row and its log, both live. `seq` names a line to have in sight; without it the
 * newest lines are loaded.
 */
export function useConversation(id: string, seq: number | null): OpenConversation {
  const query = useQuery(conversationQuery(id));
  const state = useHeldState(id);
  const [error, setError] = useState<unknown>(null);
  const lastSeq = query.data?.lastSeq;
  const known = lastSeq !== undefined;
  const load = useCallback(() => {
    setError(null);
    const row = queryClient.getQueryData<ConversationSummary>(['conversation', id]);
    if (row) conversations.open(id, seq ?? row.lastSeq).catch(setError);
  }, [id, seq]);
  useEffect(() => {
    if (known) load();
  }, [known, load]);
  useFreshSummary(query.data, state);
  const retry = useCallback(() => void query.refetch().then(load), [query.refetch, load]);
  return { summary: query.data, state, error: query.error ?? error, retry };
}
