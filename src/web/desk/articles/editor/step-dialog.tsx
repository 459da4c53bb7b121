import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditableArticle } from '../../../../contract/editing.ts';
import { currentLocale } from '../../i18n.ts';
import form from '../../ui/form.module.css';
import { zoneName } from '../../ui/time.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { fetchArticles } from '../queries.ts';
import type { Step } from './steps.ts';

/** Steps that are asked about before they are taken. */
export type AskedStep = 'review' | 'return' | 'publish' | 'schedule' | 'archive' | 'rename' | 'keep';

interface Answers {
  readonly note: string;
  /** As the field gives it: local time without a zone. */
  readonly at: string;
  readonly id: string;
  readonly replacement: string | null;
}

/** What is sent for a step, from what was answered. */
const sent: Record<AskedStep, (answers: Answers) => Pick<Step, 'method' | 'path' | 'body'>> = {
  review: ({ note }) => ({ method: 'put', path: 'review', body: { note } }),
  return: ({ note }) => ({ method: 'del', path: 'review', body: { note } }),
  publish: ({ note }) => ({ method: 'post', path: 'publish', body: { note } }),
  schedule: ({ note, at }) => ({
    method: 'put',
    path: 'schedule',
    body: { note, for: new Date(at).toISOString() },
  }),
  archive: ({ note, replacement }) => ({ method: 'put', path: 'archive', body: { note, replacement } }),
  rename: ({ id }) => ({ method: 'post', path: 'rename', body: { id } }),
  keep: ({ note }) => ({ method: 'post', path: 'revisions', body: { note } }),
};

function Replacement({
  id,
  value,
  set,
}: {
  id: string;
  value: string | null;
  set: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const q = useSettled(text).trim();
  const { data } = useQuery({
    queryKey: ['articles', 'list', currentLocale(), { q, limit: 20 }],
    queryFn: ({ signal }) => fetchArticles({ ...(q === '' ? {} : { q }), limit: 20 }, signal),
    placeholderData: (previous) => previous,
  });
  const rows = (data?.rows ?? []).filter((row) => row.live && row.id !== id);
  return (
    <Select
      comboboxProps={{ withinPortal: false }}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('articles.list.clear') }}
      label={t('articles.steps.replacement')}
      description={t('articles.steps.replacementHint')}
      filter={({ options }) => options}
      data={rows.map((row) => ({ value: row.id, label: row.title }))}
      searchValue={text}
      onSearchChange={setText}
      value={value}
      onChange={set}
    />
  );
}

interface Props {
  step: AskedStep;
  article: EditableArticle;
  take: (step: Step) => Promise<boolean>;
  close: () => void;
}

/** Asks what a step needs: a reason, a time, another address. Nothing happens before it is confirmed. */
export function StepDialog({ step, article, take, close }: Props) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<Answers>({ note: '', at: '', id: article.id, replacement: null });
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<Answers>) => setAnswers((now) => ({ ...now, ...part }));
  const confirm = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    // What was refused is told where it can be mended, which is behind this.
    await take({ ...sent[step](answers), done: t(`articles.steps.${step}.done`) }).finally(close);
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t(`articles.steps.${step}.title`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form className={form.form} onSubmit={(event) => void confirm(event)}>
        <p>{t(`articles.steps.${step}.hint`)}</p>
        {step === 'schedule' && (
          <TextInput
            data-autofocus
            required
            type="datetime-local"
            label={`${t('articles.steps.at')} · ${zoneName(currentLocale())}`}
            value={answers.at}
            onChange={(event) => set({ at: event.currentTarget.value })}
          />
        )}
        {step === 'rename' && (
          <TextInput
            data-autofocus
            required
            label={t('articles.field.id')}
            description={t('articles.field.idHint')}
            maxLength={80}
            value={answers.id}
            onChange={(event) => set({ id: event.currentTarget.value })}
          />
        )}
        {step === 'archive' && (
          <Replacement
            id={article.id}
            value={answers.replacement}
            set={(replacement) => set({ replacement })}
          />
        )}
        {step !== 'rename' && (
          <Textarea
            data-autofocus={step !== 'schedule' || undefined}
            autosize
            minRows={2}
            maxLength={300}
            label={t('articles.steps.note')}
            value={answers.note}
            onChange={(event) => set({ note: event.currentTarget.value.replaceAll('\n', ' ') })}
          />
        )}
        <div className={`${form.buttons} ${form.end}`}>
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={busy} color={step === 'archive' ? 'red' : 'accent'}>
            {t(`articles.steps.${step}.act`)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
