import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Taken } from '../../../contract/queue.ts';
import { post } from '../api/client.ts';
import { navigateTo } from '../shell/navigate.ts';
import { useFailureText } from '../ui/state.tsx';
import { say, sayFailed } from '../ui/toast.tsx';
import { refreshQueue } from './queries.ts';

/** Takes whose turn it is and opens it. */
export function useTakeNext() {
  const { t } = useTranslation();
  const failure = useFailureText();
  return useMutation({
    mutationFn: () => post<z.infer<typeof Taken>>('/api/desk/queue/next'),
    onSuccess: ({ conversationId }) => {
      if (conversationId === null) say(t('queue.nobody'));
      else navigateTo(`/inbox/mine/${conversationId}`);
    },
    onError: (error) => sayFailed(failure(error)),
    onSettled: refreshQueue,
  });
}

/** Takes this one and opens it. */
export function useTake() {
  const failure = useFailureText();
  return useMutation({
    mutationFn: (id: string) => post(`/api/desk/conversations/${id}/claim`).then(() => id),
    onSuccess: (id) => navigateTo(`/inbox/mine/${id}`),
    onError: (error) => sayFailed(failure(error)),
    onSettled: refreshQueue,
  });
}
