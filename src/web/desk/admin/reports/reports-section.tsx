import { Button, SegmentedControl } from '@mantine/core';
import { Flag } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportedChannel, ReportedQuery } from '../../../../contract/official.ts';
import { post } from '../../api/client.ts';
import { currentLocale } from '../../i18n.ts';
import { Page } from '../../ui/page.tsx';
import { dateTime } from '../../ui/time.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { useAct, useRows } from '../parts/use-rows.ts';
import classes from './reports.module.css';

const path = '/api/desk/admin/reported-channels';
type State = ReportedQuery['state'];

/** What customers reported as pretending to be us: the most reported first, until somebody has looked at it. */
export function ReportsSection() {
  const { t } = useTranslation();
  const [state, setState] = useState<State>('waiting');
  const reported = useRows<ReportedChannel>(`${path}?state=${state}`);
  const act = useAct();
  const time = (at: string) => dateTime(at, currentLocale());
  const columns: Column<ReportedChannel>[] = [
    { name: t('admin.reports.kind'), cell: ({ kind }) => t(`admin.reports.kinds.${kind}`) },
    {
      name: t('admin.reports.means'),
      cell: ({ means }) => (
        <bdi className={classes.means} translate="no">
          {means}
        </bdi>
      ),
    },
    { name: t('admin.reports.count'), cell: ({ reports }) => reports },
    { name: t('admin.reports.lastAt'), cell: ({ lastAt }) => time(lastAt) },
    {
      name: t('admin.reports.latest'),
      cell: ({ latest }) => <span className={classes.text}>{latest}</span>,
    },
    state === 'waiting'
      ? {
          name: t('admin.actions'),
          actions: true,
          cell: ({ id, means }) => (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('admin.reports.reviewOne', { means })}
              onClick={() => void act(() => post(`${path}/${id}/review`), t('admin.reports.done'))}
            >
              {t('admin.reports.review')}
            </Button>
          ),
        }
      : {
          name: t('admin.reports.reviewed'),
          cell: ({ reviewedAt, reviewedBy }) => `${reviewedBy ?? ''} ${reviewedAt ? time(reviewedAt) : ''}`,
        },
  ];
  return (
    <Page wide title={t('admin.reports.title')} hint={t('admin.reports.hint')}>
      <div>
        <SegmentedControl
          aria-label={t('admin.reports.state')}
          data={(['waiting', 'reviewed'] as const).map((value) => ({
            value,
            label: t(`admin.reports.states.${value}`),
          }))}
          value={state}
          onChange={(value) => setState(value as State)}
        />
      </div>
      <DataTable
        query={reported}
        columns={columns}
        rowKey={({ id }) => String(id)}
        icon={Flag}
        empty={t('admin.reports.empty')}
        emptyHint={t('admin.reports.emptyHint')}
      />
    </Page>
  );
}
