import { Button, Table } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StaffSession } from '../../../contract/staff.ts';
import { del, get } from '../api/client.ts';
import { currentLocale } from '../i18n.ts';
import { Failed, SkeletonRows, useFailureText } from '../ui/state.tsx';
import { dateTime } from '../ui/time.ts';
import { say, sayFailed } from '../ui/toast.tsx';

const key = ['sessions'];

/** `Chrome · Windows`: enough to know one's own device by. */
export function deviceName(userAgent: string): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(userAgent)?.[1] ?? '?';
  const system = /(Windows|Mac OS X|Android|iPhone|iPad|Linux)/.exec(userAgent)?.[1] ?? '?';
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS X': 'macOS' };
  return `${names[browser] ?? browser} · ${names[system] ?? system}`;
}

/** Where one is signed in; any of them can be ended. */
export function Sessions() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  const sessions = useQuery({
    queryKey: key,
    queryFn: () => get<{ rows: StaffSession[] }>('/api/desk/sessions'),
  });
  const end = useMutation({
    mutationFn: (id: string) => del(`/api/desk/sessions/${id}`),
    onSuccess: () => say(t('account.sessionEnded')),
    onError: (error) => sayFailed(failure(error)),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  if (sessions.isPending) return <SkeletonRows count={2} />;
  if (sessions.isError) return <Failed error={sessions.error} retry={() => void sessions.refetch()} />;
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('account.device')}</Table.Th>
            <Table.Th>{t('account.address')}</Table.Th>
            <Table.Th>{t('account.lastSeen')}</Table.Th>
            <Table.Th>
              <span className="visually-hidden">{t('account.endSession')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.data.rows.map(({ id, userAgent, ip, seenAt, current }) => (
            <Table.Tr key={id}>
              <Table.Td>{deviceName(userAgent)}</Table.Td>
              <Table.Td>{ip}</Table.Td>
              <Table.Td>{dateTime(seenAt, currentLocale())}</Table.Td>
              <Table.Td>
                {current ? (
                  t('account.thisDevice')
                ) : (
                  <Button size="compact-sm" variant="subtle" color="red" onClick={() => end.mutate(id)}>
                    {t('account.endSession')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
