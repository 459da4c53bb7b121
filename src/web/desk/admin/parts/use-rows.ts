import { useQuery, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { get } from '../../api/client.ts';
import { useFailureText } from '../../ui/state.tsx';
import { say, sayFailed } from '../../ui/toast.tsx';

/** A list of the administration, by its address. */
export const useRows = <T>(path: string) =>
  useQuery({ queryKey: ['admin', path], queryFn: () => get<{ rows: T[] }>(path) });

/**
 * Does something to a list and fetches it again, and with it whatever the desk shows of the same things; says that
 * it was done, with the way back where there is one.
 */
export function useAct(): (
  work: () => Promise<unknown>,
  done: string,
  undo?: () => Promise<unknown>,
) => Promise<void> {
  const client = useQueryClient();
  const failure = useFailureText();
  const refresh = () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => !['inbox', 'conversation'].includes(String(queryKey[0])),
    });
  const act = async (
    work: () => Promise<unknown>,
    done: string,
    undo?: () => Promise<unknown>,
  ): Promise<void> => {
    try {
      await work();
      say(done, undo && (() => void act(undo, i18next.t('common.undone'))));
    } catch (error) {
      sayFailed(failure(error));
    }
    await refresh();
  };
  return act;
}
