import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Permission } from '../../../contract/roles.ts';
import type { Me } from '../../../contract/staff.ts';
import { del, get, RequestFailed } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { preferLocale } from '../i18n.ts';

const key = ['me'] as const;

/** Who is signed in; null when nobody is. */
async function fetchMe(): Promise<Me | null> {
  try {
    const me = await get<Me>('/api/desk/me');
    await preferLocale(me.locale);
    return me;
  } catch (error) {
    if (error instanceof RequestFailed && error.status === 401) return null;
    throw error;
  }
}

export const meQuery = { queryKey: key, queryFn: fetchMe, staleTime: Number.POSITIVE_INFINITY };

/** The signed-in person. Only for screens behind the sign-in. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('nobody is signed in');
  return data;
}

/** Whether the signed-in person may do something, as the server's permission table says. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return useCallback((permission) => permissions.includes(permission), [permissions]);
}

/** Changes what is known about the signed-in person before the server's answer shows it. */
export function usePatchMe(): (change: Partial<Me>) => void {
  const client = useQueryClient();
  return useCallback(
    (change) => client.setQueryData<Me | null>(key, (me) => (me ? { ...me, ...change } : me)),
    [client],
  );
}

/** Forgets everything of the person who was signed in; the sign-in screen follows. */
export function forgetSession(): void {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
  queryClient.setQueryData(key, null);
}

export async function signOut(): Promise<void> {
  await del('/api/desk/session').catch(() => undefined);
  forgetSession();
}
