import { Button, Switch, TextInput } from '@mantine/core';
import { Plus, Search, SpellCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditableTerm } from '../../../../contract/glossary.ts';
import { type Column, DataTable } from '../../admin/parts/data-table.tsx';
import { RowMenu } from '../../admin/parts/row-menu.tsx';
import { useAct, useRows } from '../../admin/parts/use-rows.ts';
import { del, put } from '../../api/client.ts';
import { currentLocale, locales } from '../../i18n.ts';
import { Page } from '../../ui/page.tsx';
import { dateTime } from '../../ui/time.ts';
import classes from './glossary.module.css';
import { glossaryPath } from './path.ts';
import { TermDialog } from './term-dialog.tsx';

/** Whether any name, explanation or the id holds these words, in any language. */
const holds = ({ id, words }: EditableTerm, q: string): boolean =>
  [
    id,
    ...locales.flatMap((locale) => [words[locale].term, ...words[locale].aliases, words[locale].meaning]),
  ].some((text) => text.toLowerCase().includes(q));

/** How an archived term is brought back, or one in use archived, with the way back. */
function useArchiving() {
  const { t } = useTranslation();
  const act = useAct();
  const archive = ({ id, version }: EditableTerm) => put(`${glossaryPath}/${id}/archive`, { version });
  const restore = (id: string, version: number) => del(`${glossaryPath}/${id}/archive`, { version });
  return (term: EditableTerm) =>
    term.archivedAt === null
      ? {
          label: t('articles.glossary.archive'),
          danger: true,
          run: () =>
            void act(
              () => archive(term),
              t('articles.glossary.archived'),
              () => restore(term.id, term.version + 1),
            ),
        }
      : {
          label: t('articles.glossary.restore'),
          run: () => void act(() => restore(term.id, term.version), t('articles.glossary.restored')),
        };
}

/** The glossary, a term a row: what customers read in the reader's language, with its name in the other. */
export function GlossarySection() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<EditableTerm | null | undefined>();
  const [q, setQ] = useState('');
  const [archivedToo, setArchivedToo] = useState(false);
  const all = useRows<EditableTerm>(glossaryPath);
  const archiving = useArchiving();
  const locale = currentLocale();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const collator = new Intl.Collator(locale === 'en' ? 'en' : 'zh-CN-u-co-pinyin');
  const shown = (all.data?.rows ?? [])
    .filter((term) => (archivedToo || term.archivedAt === null) && holds(term, q.trim().toLowerCase()))
    .sort((a, b) => collator.compare(a.words[locale].term, b.words[locale].term));
  const columns: Column<EditableTerm>[] = [
    {
      name: t('articles.glossary.term'),
      cell: ({ words, archivedAt }) => (
        <div className={classes.term}>
          <span className={classes.name}>{words[locale].term}</span>
          <span className={classes.small} lang={other}>
            {words[other].term}
          </span>
          {archivedAt && <span className={classes.small}>{t('articles.glossary.archivedMark')}</span>}
        </div>
      ),
    },
    {
      name: t('articles.glossary.meaning'),
      cell: ({ words }) => (
        <>
          {words[locale].meaning}
          <span className={classes.small}>{words[locale].aliases.join(' · ')}</span>
        </>
      ),
    },
    {
      name: t('articles.list.changed'),
      cell: ({ changedAt, changedBy }) => (
        <>
          {dateTime(changedAt, locale)}
          {changedBy && <span className={classes.small}>{changedBy.name}</span>}
        </>
      ),
    },
    {
      name: t('admin.actions'),
      actions: true,
      cell: (term) => (
        <RowMenu
          name={term.words[locale].term}
          acts={[{ label: t('common.edit'), run: () => setEdited(term) }, archiving(term)]}
        />
      ),
    },
  ];
  return (
    <Page
      wide
      title={t('articles.glossary.title')}
      hint={t('articles.glossary.hint')}
      actions={
        <Button leftSection={<Plus size={16} />} onClick={() => setEdited(null)}>
          {t('articles.glossary.create')}
        </Button>
      }
    >
      <div className={classes.bar}>
        <TextInput
          type="search"
          className={classes.search ?? ''}
          value={q}
          aria-label={t('articles.glossary.search')}
          placeholder={t('articles.glossary.search')}
          leftSection={<Search size={16} aria-hidden="true" />}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <Switch
          label={t('articles.glossary.showArchived')}
          checked={archivedToo}
          onChange={(event) => setArchivedToo(event.currentTarget.checked)}
        />
      </div>
      <DataTable
        query={{ ...all, ...(all.data && { data: { rows: shown } }) } as typeof all}
        columns={columns}
        rowKey={({ id }) => id}
        icon={SpellCheck}
        empty={t('articles.glossary.empty')}
        emptyHint={t('articles.glossary.emptyHint')}
        faded={({ archivedAt }) => archivedAt !== null}
      />
      {edited !== undefined && <TermDialog term={edited} close={() => setEdited(undefined)} />}
    </Page>
  );
}
