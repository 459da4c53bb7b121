import { Button, NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Assignment, QueueSettings } from '../../../../contract/queue.ts';
import { get, put } from '../../api/client.ts';
import form from '../../ui/form.module.css';
import { Page } from '../../ui/page.tsx';
import { Failed, SkeletonRows } from '../../ui/state.tsx';
import { say } from '../../ui/toast.tsx';
import { useForm } from '../../ui/use-form.ts';

const path = '/api/desk/admin/queue';
const assignments: readonly Assignment[] = ['pull', 'push'];
const times = ['acceptSeconds', 'goneSeconds', 'answerSeconds', 'unattendedSeconds'] as const;

function QueueForm({ settings }: { settings: QueueSettings }) {
  const { t } = useTranslation();
  const values = useForm(settings, async (now) => {
    await put(path, now);
    say(t('admin.saved'));
  });
  return (
    <form className={form.form} onSubmit={values.submit} noValidate>
      <Select
        className={form.narrow}
        label={t('admin.queue.assignment')}
        description={t('admin.queue.assignmentHint')}
        allowDeselect={false}
        data={assignments.map((value) => ({ value, label: t(`assignment.${value}`) }))}
        value={values.values.assignment}
        onChange={(value) => values.set('assignment', value ?? 'pull')}
      />
      <div className={form.pair}>
        {times.map((key) => (
          <NumberInput
            key={key}
            label={t(`admin.queue.${key}`)}
            suffix={t('admin.queue.seconds')}
            min={0}
            value={values.values[key]}
            error={values.fields[key]}
            onChange={(value) => values.set(key, Number(value))}
          />
        ))}
      </div>
      {values.message && (
        <p role="alert" className={form.error}>
          {values.message}
        </p>
      )}
      <div>
        <Button type="submit" loading={values.sending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}

/** How conversations find their agent, and how long anything may take. */
export function QueueSection() {
  const { t } = useTranslation();
  const settings = useQuery({
    queryKey: ['admin', path],
    queryFn: () => get<QueueSettings>(path),
    staleTime: 0,
  });
  return (
    <Page title={t('admin.queue.title')} hint={t('admin.queue.hint')}>
      {settings.isPending && <SkeletonRows count={4} />}
      {settings.isError && <Failed error={settings.error} retry={() => void settings.refetch()} />}
      {settings.data && <QueueForm settings={settings.data} />}
    </Page>
  );
}
