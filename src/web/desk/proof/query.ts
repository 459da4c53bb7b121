import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';
import type { ShownProof } from '../../../contract/proofs.ts';
import { isOnScreen } from '../alerts/alerts.ts';
import { beep } from '../alerts/sound.ts';
import { get } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { say } from '../ui/toast.tsx';

/** The code a customer asked this agent to show; null when there is none. */
export const proofQuery = (id: string) =>
  queryOptions({
    queryKey: ['proof', id],
    queryFn: () => get<ShownProof | null>(`/api/desk/conversations/${id}/proof`),
    staleTime: 0,
  });

/** A customer asked for a code: fetched if their conversation is open, and announced if it is not. */
export function hearProof(c: string): void {
  void queryClient.invalidateQueries({ queryKey: proofQuery(c).queryKey });
  if (isOnScreen(c)) return;
  beep('message');
  say(i18next.t('proof.askedElsewhere'));
}
