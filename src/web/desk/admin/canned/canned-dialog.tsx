import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../../../contract/canned.ts';
import type { Locale } from '../../../../contract/locale.ts';
import type { Team } from '../../../../contract/teams.ts';
import { patch, post } from '../../api/client.ts';
import { locales } from '../../i18n.ts';
import form from '../../ui/form.module.css';
import { EditDialog } from '../parts/edit-dialog.tsx';

/** What of a reply is sent to make or change it. */
export const textsOf = (
  { shortcut, titles, texts, teamId }: Pick<CannedReply, 'shortcut' | 'titles' | 'texts' | 'teamId'>,
  personal: boolean,
) => (personal ? { shortcut, titles, texts } : { shortcut, titles, texts, teamId });

const none = { 'zh-CN': '', en: '' };
const blank = { shortcut: '', titles: none, texts: none, teamId: null as string | null };
const examples = [
  '{{customer.name}}',
  '{{agent.name}}',
  '{{agent.staffNumber}}',
  '{{conversation.caseNumber}}',
  '{{brand.name}}',
].join(' ');

interface Props {
  reply: CannedReply | null;
  path: string;
  personal: boolean;
  teams: readonly Team[];
  close: () => void;
}

/** Writes a canned reply, in one language or both. */
export function CannedDialog({ reply, path, personal, teams, close }: Props) {
  const { t } = useTranslation();
  const initial = reply
    ? { shortcut: reply.shortcut, titles: reply.titles, texts: reply.texts, teamId: reply.teamId }
    : blank;
  return (
    <EditDialog
      size="lg"
      title={t(reply ? 'admin.canned.edit' : 'admin.canned.create')}
      initial={initial}
      save={(values) =>
        reply
          ? patch(`${path}/${reply.id}`, textsOf(values, personal))
          : post(path, textsOf(values, personal))
      }
      close={close}
    >
      {(values) => {
        const word = (key: 'titles' | 'texts', locale: Locale) => ({
          value: values.values[key][locale],
          error: values.fields[`${key}.${locale}`] ?? (locale === 'zh-CN' ? values.fields[key] : undefined),
          onChange: (event: { currentTarget: { value: string } }) =>
            values.set(key, { ...values.values[key], [locale]: event.currentTarget.value }),
        });
        return (
          <>
            <TextInput
              label={t('admin.canned.shortcut')}
              leftSection="/"
              data-autofocus
              {...values.textField('shortcut')}
            />
            <div className={form.pair}>
              {locales.map((locale) => (
                <TextInput
                  key={locale}
                  label={`${t('admin.canned.name')} · ${t(`language.${locale}`)}`}
                  {...word('titles', locale)}
                />
              ))}
            </div>
            {locales.map((locale) => (
              <Textarea
                key={locale}
                label={`${t('admin.canned.text')} · ${t(`language.${locale}`)}`}
                description={locale === 'zh-CN' ? t('admin.canned.placeholders', { examples }) : undefined}
                autosize
                minRows={3}
                maxRows={10}
                {...word('texts', locale)}
              />
            ))}
            {!personal && (
              <Select
                label={t('admin.canned.scope')}
                data={[
                  { value: '', label: t('admin.canned.scopes.everyone') },
                  ...teams.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                allowDeselect={false}
                value={values.values.teamId ?? ''}
                error={values.fields.teamId}
                onChange={(id) => values.set('teamId', id || null)}
              />
            )}
          </>
        );
      }}
    </EditDialog>
  );
}
