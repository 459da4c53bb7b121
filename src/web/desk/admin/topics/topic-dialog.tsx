import { NumberInput, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../../../../contract/locale.ts';
import type { EditableTopic } from '../../../../contract/topics.ts';
import { patch, post } from '../../api/client.ts';
import { teamsQuery } from '../../conversation/people.ts';
import { locales } from '../../i18n.ts';
import form from '../../ui/form.module.css';
import { EditDialog } from '../parts/edit-dialog.tsx';

export const topicsPath = '/api/desk/admin/topics';

type Texts = EditableTopic['texts'];
const empty = { name: '', description: '' };
const blank = {
  id: '',
  icon: 'circle-help',
  urgent: false,
  position: 100,
  texts: { 'zh-CN': empty, en: empty } as Texts,
  teamId: null as string | null,
  skills: [] as string[],
};

/** Creates a topic or changes one; its id is part of addresses and never changes. */
export function TopicDialog({ topic, close }: { topic: EditableTopic | null; close: () => void }) {
  const { t } = useTranslation();
  const save = ({ id, ...values }: typeof blank) =>
    topic ? patch(`${topicsPath}/${topic.id}`, values) : post(topicsPath, { id, ...values });
  const teams = useQuery(teamsQuery).data ?? [];
  const { archivedAt: _, ...initial } = topic ?? { ...blank, archivedAt: null };
  return (
    <EditDialog
      size="lg"
      title={t(topic ? 'admin.topics.edit' : 'admin.topics.create')}
      initial={initial}
      save={save}
      close={close}
    >
      {(values) => {
        const { texts } = values.values;
        const word = (locale: Locale, key: 'name' | 'description') => ({
          value: texts[locale][key],
          error: values.fields[`texts.${locale}.${key}`],
          onChange: (event: { currentTarget: { value: string } }) =>
            values.set('texts', {
              ...texts,
              [locale]: { ...texts[locale], [key]: event.currentTarget.value },
            }),
        });
        return (
          <>
            {locales.map((locale) => (
              <div key={locale} className={form.pair}>
                <TextInput
                  label={`${t('admin.topics.name')} · ${t(`language.${locale}`)}`}
                  {...word(locale, 'name')}
                />
                <TextInput
                  label={`${t('admin.topics.description')} · ${t(`language.${locale}`)}`}
                  {...word(locale, 'description')}
                />
              </div>
            ))}
            <div className={form.pair}>
              <TextInput
                label={t('admin.topics.id')}
                description={t('admin.topics.idHint')}
                disabled={topic !== null}
                {...values.textField('id')}
              />
              <TextInput
                label={t('admin.topics.icon')}
                description={t('admin.topics.iconHint')}
                {...values.textField('icon')}
              />
              <NumberInput
                label={t('admin.topics.position')}
                description={t('admin.topics.positionHint')}
                min={0}
                value={values.values.position}
                error={values.fields.position}
                onChange={(value) => values.set('position', Number(value))}
              />
            </div>
            <div className={form.pair}>
              <Select
                label={t('admin.topics.team')}
                placeholder={t('queue.anyTeam')}
                clearable
                data={teams.map(({ id, name }) => ({ value: id, label: name }))}
                value={values.values.teamId}
                error={values.fields.teamId}
                onChange={(id) => values.set('teamId', id)}
              />
              <TagsInput
                label={t('admin.topics.skills')}
                description={t('admin.topics.skillsHint')}
                value={values.values.skills}
                error={values.fields.skills}
                onChange={(skills) => values.set('skills', skills)}
              />
            </div>
            <Switch
              label={t('admin.topics.urgent')}
              description={t('admin.topics.urgentHint')}
              checked={values.values.urgent}
              onChange={(event) => values.set('urgent', event.currentTarget.checked)}
            />
          </>
        );
      }}
    </EditDialog>
  );
}
