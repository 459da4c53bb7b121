import { Button } from '@mantine/core';
import { Plus, Tags } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditableTopic } from '../../../../contract/topics.ts';
import { patch } from '../../api/client.ts';
import { currentLocale } from '../../i18n.ts';
import { Page } from '../../ui/page.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { RowMenu } from '../parts/row-menu.tsx';
import { useAct, useRows } from '../parts/use-rows.ts';
import { TopicDialog, topicsPath } from './topic-dialog.tsx';

/** What customers can ask about; taking a topic out of use keeps its conversations. */
export function TopicsSection() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<EditableTopic | null | undefined>();
  const topics = useRows<EditableTopic>(topicsPath);
  const act = useAct();
  const locale = currentLocale();
  const use = (id: string, archived: boolean) => patch(`${topicsPath}/${id}`, { archived });
  const columns: Column<EditableTopic>[] = [
    {
      name: t('admin.topics.name'),
      cell: ({ texts, id }) => (
        <>
          {texts[locale].name}
          <br />
          <small>{id}</small>
        </>
      ),
    },
    { name: t('admin.topics.description'), cell: ({ texts }) => texts[locale].description || '—' },
    { name: t('admin.topics.lane'), cell: ({ urgent }) => (urgent ? t('admin.topics.urgent') : '—') },
    { name: t('admin.topics.position'), cell: ({ position }) => position },
    {
      name: t('admin.actions'),
      actions: true,
      cell: (topic) => (
        <RowMenu
          name={topic.texts[locale].name}
          acts={[
            { label: t('common.edit'), run: () => setEdited(topic) },
            topic.archivedAt === null
              ? {
                  label: t('admin.topics.archive'),
                  danger: true,
                  run: () =>
                    void act(
                      () => use(topic.id, true),
                      t('admin.topics.archived'),
                      () => use(topic.id, false),
                    ),
                }
              : {
                  label: t('admin.topics.restore'),
                  run: () => void act(() => use(topic.id, false), t('admin.topics.restored')),
                },
          ]}
        />
      ),
    },
  ];
  return (
    <Page
      wide
      title={t('admin.topics.title')}
      hint={t('admin.topics.hint')}
      actions={
        <Button leftSection={<Plus size={16} />} onClick={() => setEdited(null)}>
          {t('admin.topics.create')}
        </Button>
      }
    >
      <DataTable
        query={topics}
        columns={columns}
        rowKey={({ id }) => id}
        icon={Tags}
        empty={t('admin.topics.empty')}
        faded={({ archivedAt }) => archivedAt !== null}
      />
      {edited !== undefined && <TopicDialog topic={edited} close={() => setEdited(undefined)} />}
    </Page>
  );
}
