import { Button } from '@mantine/core';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation, StaffMember } from '../../../../contract/staff.ts';
import type { Team } from '../../../../contract/teams.ts';
import { del, post, put } from '../../api/client.ts';
import { currentLocale } from '../../i18n.ts';
import { useMe } from '../../session/me.ts';
import { Page } from '../../ui/page.tsx';
import { dateTime } from '../../ui/time.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { type RowAct, RowMenu } from '../parts/row-menu.tsx';
import { useAct, useRows } from '../parts/use-rows.ts';
import { InvitationDialog } from './invitation-dialog.tsx';
import { StaffDialog } from './staff-dialog.tsx';

const path = '/api/desk/admin/staff';
type Opened =
  | { kind: 'edit'; staff: StaffMember | null }
  | { kind: 'link'; name: string; invitation: Invitation };

/** What may be done to a member of staff in their present state. */
function useStaffActs(open: (what: Opened) => void): (staff: StaffMember) => RowAct[] {
  const { t } = useTranslation();
  const me = useMe();
  const act = useAct();
  return (staff) => {
    const { id, name, state, totp } = staff;
    const at = `${path}/${id}`;
    const renew = async () =>
      open({ kind: 'link', name, invitation: await post<Invitation>(`${at}/invitation`) });
    const shutOut = () =>
      act(
        () => put(`${at}/disabled`, {}),
        t('admin.staff.disabledDone', { name }),
        () => del(`${at}/disabled`),
      );
    return [
      { label: t('common.edit'), run: () => open({ kind: 'edit', staff }) },
      ...(state === 'invited'
        ? [{ label: t('admin.staff.newLink'), run: () => void act(renew, t('admin.staff.linkMade')) }]
        : []),
      ...(totp
        ? [
            {
              label: t('admin.staff.removeTotp'),
              run: () => void act(() => del(`${at}/totp`), t('admin.staff.totpRemoved')),
            },
          ]
        : []),
      ...(state === 'active'
        ? [
            {
              label: t('admin.staff.endSessions'),
              run: () => void act(() => del(`${at}/sessions`), t('admin.staff.sessionsEnded')),
            },
          ]
        : []),
      ...(state === 'disabled'
        ? [
            {
              label: t('admin.staff.enable'),
              run: () => void act(() => del(`${at}/disabled`), t('admin.staff.enabledDone', { name })),
            },
          ]
        : []),
      ...(state !== 'disabled' && id !== me.id
        ? [{ label: t('admin.staff.disable'), danger: true, run: () => void shutOut() }]
        : []),
    ];
  };
}

/** Who works here, what each may do, and how they come in. */
export function StaffSection() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Opened | null>(null);
  const staff = useRows<StaffMember>(path);
  const teams = useRows<Team>('/api/desk/teams');
  const actsOf = useStaffActs(setOpened);
  const teamName = (id: string) => teams.data?.rows.find((team) => team.id === id)?.name ?? '';
  const columns: Column<StaffMember>[] = [
    {
      name: t('admin.staff.name'),
      cell: ({ displayName, email }) => (
        <>
          {displayName}
          <br />
          <small>{email}</small>
        </>
      ),
    },
    { name: t('admin.staff.number'), cell: ({ staffNumber }) => staffNumber },
    { name: t('admin.staff.role'), cell: ({ role }) => t(`roles.${role}`) },
    {
      name: t('admin.staff.teams'),
      cell: ({ teamIds }) => teamIds.map(teamName).filter(Boolean).join('、') || '—',
    },
    {
      name: t('admin.staff.state'),
      cell: ({ state, totp }) =>
        `${t(`admin.staff.states.${state}`)}${totp ? ` · ${t('admin.staff.totp')}` : ''}`,
    },
    {
      name: t('admin.staff.lastSeen'),
      cell: ({ signedInAt }) => (signedInAt ? dateTime(signedInAt, currentLocale()) : '—'),
    },
    {
      name: t('admin.actions'),
      actions: true,
      cell: (row) => <RowMenu name={row.displayName} acts={actsOf(row)} />,
    },
  ];
  return (
    <Page
      wide
      title={t('admin.staff.title')}
      hint={t('admin.staff.hint')}
      actions={
        <Button leftSection={<UserPlus size={16} />} onClick={() => setOpened({ kind: 'edit', staff: null })}>
          {t('admin.staff.invite')}
        </Button>
      }
    >
      <DataTable
        query={staff}
        columns={columns}
        rowKey={({ id }) => id}
        empty={t('admin.staff.empty')}
        faded={({ state }) => state === 'disabled'}
      />
      {opened?.kind === 'edit' && (
        <StaffDialog
          staff={opened.staff}
          teams={teams.data?.rows ?? []}
          close={() => setOpened((now) => (now?.kind === 'edit' ? null : now))}
          invited={(name, invitation) => setOpened({ kind: 'link', name, invitation })}
        />
      )}
      {opened?.kind === 'link' && (
        <InvitationDialog name={opened.name} invitation={opened.invitation} close={() => setOpened(null)} />
      )}
    </Page>
  );
}
