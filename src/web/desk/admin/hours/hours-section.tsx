import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoursChannel, Schedule } from '../../../../contract/hours.ts';
import type { Team } from '../../../../contract/teams.ts';
import form from '../../ui/form.module.css';
import { Page } from '../../ui/page.tsx';
import { Failed, SkeletonRows } from '../../ui/state.tsx';
import { useRows } from '../parts/use-rows.ts';
import { HoursForm } from './hours-form.tsx';
import { initialSchedule } from './schedule.ts';

export const hoursPath = '/api/desk/admin/hours';

/** When chat and telephone are open: for the centre, and for teams that keep their own hours. */
export function HoursSection() {
  const { t } = useTranslation();
  const [channel, setChannel] = useState<HoursChannel>('chat');
  const [teamId, setTeamId] = useState<string | null>(null);
  const all = useRows<Schedule>(hoursPath);
  const teams = useRows<Team>('/api/desk/teams').data?.rows ?? [];
  const set = all.data?.rows.find((each) => each.channel === channel && each.teamId === teamId);
  return (
    <Page wide title={t('admin.hours.title')} hint={t('admin.hours.hint')}>
      <div className={`${form.buttons}`}>
        <SegmentedControl
          aria-label={t('admin.hours.channel')}
          value={channel}
          onChange={(value) => setChannel(value as HoursChannel)}
          data={(['chat', 'phone'] as const).map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
        <Select
          comboboxProps={{ withinPortal: false }}
          aria-label={t('admin.hours.whose')}
          allowDeselect={false}
          data={[
            { value: '', label: t('admin.hours.centre') },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={teamId ?? ''}
          onChange={(id) => setTeamId(id || null)}
        />
      </div>
      {all.isPending && <SkeletonRows count={7} height={40} />}
      {all.isError && <Failed error={all.error} retry={() => void all.refetch()} />}
      {all.isSuccess && (
        <HoursForm
          key={`${channel} ${teamId} ${all.dataUpdatedAt}`}
          schedule={set ?? initialSchedule(channel, teamId)}
          stored={set !== undefined}
        />
      )}
    </Page>
  );
}
