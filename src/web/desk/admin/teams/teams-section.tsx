import { Button, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { Plus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assignment } from '../../../../contract/queue.ts';
import type { Agent } from '../../../../contract/staff.ts';
import type { Team } from '../../../../contract/teams.ts';
import { del, patch, post } from '../../api/client.ts';
import { Page } from '../../ui/page.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { EditDialog } from '../parts/edit-dialog.tsx';
import { RowMenu } from '../parts/row-menu.tsx';
import { useAct, useRows } from '../parts/use-rows.ts';

const path = '/api/desk/admin/teams';
const assignments: readonly Assignment[] = ['pull', 'push'];
const blank = { name: '', description: '', memberIds: [] as string[], assignment: 'pull' as Assignment };

function TeamDialog({
  team,
  agents,
  close,
}: {
  team: Team | null;
  agents: readonly Agent[];
  close: () => void;
}) {
  const { t } = useTranslation();
  const initial = team
    ? {
        name: team.name,
        description: team.description,
        memberIds: team.memberIds,
        assignment: team.assignment,
      }
    : blank;
  return (
    <EditDialog
      title={t(team ? 'admin.teams.edit' : 'admin.teams.create')}
      initial={initial}
      save={(values) => (team ? patch(`${path}/${team.id}`, values) : post(path, values))}
      close={close}
    >
      {(values) => (
        <>
          <TextInput label={t('admin.teams.name')} data-autofocus {...values.textField('name')} />
          <Textarea
            label={t('admin.teams.description')}
            autosize
            minRows={2}
            {...values.textField('description')}
          />
          <MultiSelect
            label={t('admin.teams.members')}
            searchable
            data={agents.map(({ id, name, staffNumber }) => ({ value: id, label: `${name} ${staffNumber}` }))}
            value={values.values.memberIds}
            error={values.fields.memberIds}
            onChange={(ids) => values.set('memberIds', ids)}
          />
          <Select
            label={t('admin.queue.assignment')}
            allowDeselect={false}
            data={assignments.map((value) => ({ value, label: t(`assignment.${value}`) }))}
            value={values.values.assignment}
            onChange={(value) => values.set('assignment', value ?? 'pull')}
          />
        </>
      )}
    </EditDialog>
  );
}

/** The teams and who is in them. */
export function TeamsSection() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Team | null | undefined>();
  const [leaving, setLeaving] = useState<Team | null>(null);
  const teams = useRows<Team>(path);
  const agents = useRows<Agent>('/api/desk/agents').data?.rows ?? [];
  const act = useAct();
  const nameOf = (id: string) => agents.find((agent) => agent.id === id)?.name ?? '';
  const columns: Column<Team>[] = [
    { name: t('admin.teams.name'), cell: ({ name }) => name },
    { name: t('admin.teams.description'), cell: ({ description }) => description || '—' },
    {
      name: t('admin.teams.members'),
      cell: ({ memberIds }) => memberIds.map(nameOf).filter(Boolean).join('、') || '—',
    },
    { name: t('admin.queue.assignment'), cell: ({ assignment }) => t(`assignment.${assignment}`) },
    {
      name: t('admin.actions'),
      actions: true,
      cell: (team) => (
        <RowMenu
          name={team.name}
          acts={[
            { label: t('common.edit'), run: () => setEdited(team) },
            { label: t('admin.teams.archive'), danger: true, run: () => setLeaving(team) },
          ]}
        />
      ),
    },
  ];
  return (
    <Page
      wide
      title={t('admin.teams.title')}
      hint={t('admin.teams.hint')}
      actions={
        <Button leftSection={<Plus size={16} />} onClick={() => setEdited(null)}>
          {t('admin.teams.create')}
        </Button>
      }
    >
      <DataTable
        query={teams}
        columns={columns}
        rowKey={({ id }) => id}
        icon={UsersRound}
        empty={t('admin.teams.empty')}
        emptyHint={t('admin.teams.emptyHint')}
      />
      {edited !== undefined && (
        <TeamDialog team={edited} agents={agents} close={() => setEdited(undefined)} />
      )}
      {leaving && (
        <ConfirmDialog
          title={t('admin.teams.archiveTitle', { name: leaving.name })}
          text={t('admin.teams.archiveHint')}
          act={t('admin.teams.archive')}
          run={() => act(() => del(`${path}/${leaving.id}`), t('admin.teams.archived'))}
          close={() => setLeaving(null)}
        />
      )}
    </Page>
  );
}
