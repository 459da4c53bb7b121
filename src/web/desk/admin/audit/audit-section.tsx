import { Button, Select } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { AuditLine, AuditPage } from '../../../../contract/audit.ts';
import { get, query } from '../../api/client.ts';
import { agentsQuery } from '../../conversation/people.ts';
import { currentLocale } from '../../i18n.ts';
import form from '../../ui/form.module.css';
import { Page } from '../../ui/page.tsx';
import { dateTime } from '../../ui/time.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { kinds, useActionText } from './action-text.ts';
import { Subject } from './subject.tsx';

type Lines = z.infer<typeof AuditPage>;

const detailText = ({ detail }: AuditLine) =>
  Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' · ');

/** Who did what, to what, when and from where; newest first. */
export function AuditSection() {
  const { t } = useTranslation();
  const [staff, setStaff] = useState<string | null>(null);
  const [kind, setKind] = useState<string | null>(null);
  const actionText = useActionText();
  const { data: agents = [] } = useQuery(agentsQuery);
  const lines = useInfiniteQuery({
    queryKey: ['admin', 'audit', staff, kind],
    queryFn: ({ pageParam }) =>
      get<Lines>(`/api/desk/admin/audit${query({ staff, kind, cursor: pageParam })}`),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: 0,
  });
  const columns: Column<AuditLine>[] = [
    { name: t('admin.audit.at'), cell: ({ at }) => dateTime(at, currentLocale()) },
    { name: t('admin.audit.who'), cell: ({ staffName }) => staffName || '—' },
    { name: t('admin.audit.what'), cell: ({ action }) => actionText(action) },
    { name: t('admin.audit.kind'), cell: (line) => <Subject line={line} /> },
    { name: t('admin.audit.detail'), cell: (line) => <small>{detailText(line) || '—'}</small> },
    { name: t('admin.audit.from'), cell: ({ ip }) => ip },
  ];
  const data = lines.data && { rows: lines.data.pages.flatMap((page) => page.rows) };
  return (
    <Page wide title={t('admin.audit.title')} hint={t('admin.audit.hint')}>
      <div className={form.buttons}>
        <Select
          comboboxProps={{ withinPortal: false }}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('admin.audit.clear') }}
          aria-label={t('admin.audit.who')}
          placeholder={t('admin.audit.everybody')}
          data={agents.map(({ id, name, staffNumber }) => ({ value: id, label: `${name} ${staffNumber}` }))}
          value={staff}
          onChange={setStaff}
        />
        <Select
          comboboxProps={{ withinPortal: false }}
          clearable
          clearButtonProps={{ 'aria-label': t('admin.audit.clear') }}
          aria-label={t('admin.audit.kind')}
          placeholder={t('admin.audit.everything')}
          data={kinds.map((value) => ({ value, label: t(`admin.audit.kinds.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
      </div>
      <DataTable
        query={{ ...lines, data } as never}
        columns={columns}
        rowKey={({ id }) => id}
        icon={ScrollText}
        empty={t('admin.audit.empty')}
      />
      {lines.hasNextPage && (
        <Button
          variant="default"
          loading={lines.isFetchingNextPage}
          onClick={() => void lines.fetchNextPage()}
        >
          {t('search.more')}
        </Button>
      )}
    </Page>
  );
}
