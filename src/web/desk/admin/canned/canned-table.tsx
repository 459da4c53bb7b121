import { Button } from '@mantine/core';
import { MessageSquareQuote, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../../../contract/canned.ts';
import type { Team } from '../../../../contract/teams.ts';
import { del, post } from '../../api/client.ts';
import { currentLocale } from '../../i18n.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { RowMenu } from '../parts/row-menu.tsx';
import { useAct, useRows } from '../parts/use-rows.ts';
import { CannedDialog, textsOf } from './canned-dialog.tsx';
import classes from './canned-table.module.css';

/** Canned replies under an address: shared ones, or one's own. A deleted one can be brought back for ten seconds. */
export function CannedTable({ path, personal }: { path: string; personal: boolean }) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<CannedReply | null | undefined>();
  const all = useRows<CannedReply>(path);
  const teams = useRows<Team>('/api/desk/teams').data?.rows ?? [];
  const act = useAct();
  const other = currentLocale() === 'en' ? 'zh-CN' : 'en';
  const query =
    personal && all.data
      ? { ...all, data: { rows: all.data.rows.filter(({ scope }) => scope === 'personal') } }
      : all;
  const titleOf = ({ titles }: CannedReply) => titles[currentLocale()] || titles[other];
  const scopeOf = ({ scope, teamId }: CannedReply) =>
    scope === 'team'
      ? (teams.find(({ id }) => id === teamId)?.name ?? t('views.team'))
      : t(`admin.canned.scopes.${scope}`);
  const remove = (reply: CannedReply) =>
    void act(
      () => del(`${path}/${reply.id}`),
      t('admin.canned.deleted'),
      () => post(path, textsOf(reply, personal)),
    );
  const columns: Column<CannedReply>[] = [
    { name: t('admin.canned.shortcut'), cell: ({ shortcut }) => `/${shortcut}` },
    { name: t('admin.canned.name'), cell: titleOf },
    {
      name: t('admin.canned.text'),
      cell: ({ texts }) => <span className={classes.text}>{texts[currentLocale()] || texts[other]}</span>,
    },
    ...(personal ? [] : [{ name: t('admin.canned.scope'), cell: scopeOf }]),
    {
      name: t('admin.actions'),
      actions: true,
      cell: (reply) => (
        <RowMenu
          name={titleOf(reply)}
          acts={[
            { label: t('common.edit'), run: () => setEdited(reply) },
            { label: t('common.delete'), danger: true, run: () => remove(reply) },
          ]}
        />
      ),
    },
  ];
  return (
    <div>
      <Button variant="default" leftSection={<Plus size={16} />} onClick={() => setEdited(null)}>
        {t('admin.canned.create')}
      </Button>
      <DataTable
        query={query}
        columns={columns}
        rowKey={({ id }) => id}
        icon={MessageSquareQuote}
        empty={t('admin.canned.empty')}
        emptyHint={t('admin.canned.emptyHint')}
      />
      {edited !== undefined && (
        <CannedDialog
          reply={edited}
          path={path}
          personal={personal}
          teams={teams}
          close={() => setEdited(undefined)}
        />
      )}
    </div>
  );
}
