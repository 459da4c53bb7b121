import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ArticleContent, ArticleText, EditableArticle } from '../../../../contract/editing.ts';
import type { Locale } from '../../../../contract/locale.ts';
import { EditDialog } from '../../admin/parts/edit-dialog.tsx';
import { post } from '../../api/client.ts';
import { topicsQuery } from '../../conversation/people.ts';
import { currentLocale } from '../../i18n.ts';
import { useMe } from '../../session/me.ts';
import { navigateTo } from '../../shell/navigate.ts';
import { blankText } from '../editor/form.ts';
import { articlesPath, editorHref } from '../queries.ts';

/** New articles stand behind those that are there. */
const LAST = 1_000;

interface Props {
  close: () => void;
  /** What it begins with: the language that it is written in, what is known of its text, and its topic. */
  seed?: { readonly locale?: Locale; readonly text?: Partial<ArticleText>; readonly topic?: string | null };
  /** Said below the title, such as where the seed comes from. */
  hint?: string;
  begun?: () => Promise<unknown>;
}

/** Begins an article: what it is called and where it belongs. All else is written in the editor. */
export function NewArticleDialog({ close, seed, hint, begun }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const locale = seed?.locale ?? currentLocale();
  const { data: topics = [] } = useQuery(topicsQuery);
  // Topics may come after the dialog is open: what was not chosen is the first of them.
  const first = topics[0]?.id ?? '';
  const create = async ({ id, title, topic }: { id: string; title: string; topic: string }) => {
    const text = { ...blankText(), ...seed?.text, title };
    const content: ArticleContent = {
      topic: topic || first,
      position: LAST,
      related: [],
      terms: [],
      contact: 'self-service',
      ownerId: me.permissions.includes('article.edit') ? me.id : null,
      versions: { 'zh-CN': null, en: null, [locale]: text },
    };
    await post<EditableArticle>(articlesPath, { id, content });
    await begun?.();
    navigateTo(editorHref(id));
  };
  return (
    <EditDialog
      title={t('articles.create')}
      initial={{ id: '', title: seed?.text?.title ?? '', topic: seed?.topic ?? '' }}
      save={create}
      close={close}
      submit={t('articles.begin')}
      done={null}
    >
      {(form) => (
        <>
          <TextInput
            data-autofocus
            label={`${t('articles.field.title')} · ${t(`language.${locale}`)}`}
            description={hint ?? t('articles.field.titleHint')}
            maxLength={200}
            {...form.textField('title')}
            error={form.fields.title ?? form.fields[`content.versions.${locale}.title`]}
          />
          <Select
            comboboxProps={{ withinPortal: false }}
            label={t('articles.field.topic')}
            data={topics.map(({ id, name }) => ({ value: id, label: name }))}
            allowDeselect={false}
            value={form.values.topic || first}
            error={form.fields['content.topic']}
            onChange={(topic) => form.set('topic', topic ?? '')}
          />
          <TextInput
            label={t('articles.field.id')}
            description={t('articles.field.idHint')}
            maxLength={80}
            {...form.textField('id')}
          />
        </>
      )}
    </EditDialog>
  );
}
