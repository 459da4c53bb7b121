import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import type { Priority } from '../../../contract/events.ts';
import { post, put } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { useFailureText } from '../ui/state.tsx';
import { say, sayFailed } from '../ui/toast.tsx';

export interface Acts {
  claim(): void;
  assign(to: { agentId: string | null; teamId: string | null }, name: string): void;
  handBack(): void;
  resolve(): void;
  reopen(): void;
  setTags(tags: readonly string[]): void;
  setPriority(priority: Priority): void;
}

/** What can be done to a conversation. Each act says that it was done and, where something was taken away, offers it back. */
export function useActs(summary: ConversationSummary | undefined): Acts {
  const { t } = useTranslation();
  const failure = useFailureText();
  const latest = useRef({ summary, t, failure });
  latest.current = { summary, t, failure };
  return useMemo(() => {
    const run = async (
      work: (path: string, row: ConversationSummary) => Promise<unknown>,
      done?: (row: ConversationSummary) => void,
    ) => {
      const row = latest.current.summary;
      if (row === undefined) return;
      try {
        await work(`/api/desk/conversations/${row.id}`, row);
        done?.(row);
      } catch (error) {
        sayFailed(latest.current.failure(error));
      }
      void queryClient.invalidateQueries({ queryKey: ['conversation', row.id] });
    };
    const words = () => latest.current.t;
    const back = ({ agent, teamId }: ConversationSummary) => ({ agentId: agent?.id ?? null, teamId });
    const restore = (row: ConversationSummary) => () =>
      void run((path) => post(`${path}/assignment`, back(row)));
    const reopen = () =>
      run(
        (path) => post(`${path}/reopening`),
        () => say(words()('acts.reopened')),
      );
    return {
      claim: () =>
        void run(
          (path) => post(`${path}/claim`),
          (row) => say(words()('acts.claimed'), row.agent ? restore(row) : undefined),
        ),
      assign: (to, name) =>
        void run(
          (path) => post(`${path}/assignment`, to),
          (row) => say(words()('acts.assigned', { name }), restore(row)),
        ),
      handBack: () =>
        void run(
          (path) => post(`${path}/hand-back`),
          (row) => say(words()('acts.handedBack'), restore(row)),
        ),
      resolve: () =>
        void run(
          (path) => post(`${path}/resolution`),
          () => say(words()('acts.resolved'), () => void reopen()),
        ),
      reopen: () => void reopen(),
      setTags: (tags) => void run((path) => put(`${path}/tags`, { tags })),
      setPriority: (priority) => void run((path) => put(`${path}/priority`, { priority })),
    };
  }, []);
}
