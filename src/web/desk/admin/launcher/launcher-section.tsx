import { Button, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LauncherSetting } from '../../../../contract/launcher.ts';
import { get, put } from '../../api/client.ts';
import form from '../../ui/form.module.css';
import { Page, Section } from '../../ui/page.tsx';
import { Failed, SkeletonRows } from '../../ui/state.tsx';
import { say } from '../../ui/toast.tsx';
import { useForm } from '../../ui/use-form.ts';
import { Snippet } from './snippet.tsx';

const path = '/api/desk/admin/launcher';

function SitesForm({ sites }: LauncherSetting) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const values = useForm({ sites: sites.join('\n') }, async (now) => {
    const lines = now.sites.split('\n').map((line) => line.trim());
    await put(path, { sites: lines.filter(Boolean) });
    say(t('admin.saved'));
    await client.invalidateQueries({ queryKey: ['admin', path] });
  });
  const fault = Object.entries(values.fields).find(([at]) => at === 'sites' || at.startsWith('sites.'))?.[1];
  return (
    <form className={form.form} onSubmit={values.submit} noValidate>
      <Textarea
        aria-label={t('admin.launcher.sites')}
        autosize
        minRows={2}
        {...values.textField('sites')}
        error={fault}
      />
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

/** The centre on the company's own pages: which sites may show it, and what is put into them. */
export function LauncherSection() {
  const { t } = useTranslation();
  const setting = useQuery({
    queryKey: ['admin', path],
    queryFn: () => get<LauncherSetting>(path),
    staleTime: 0,
  });
  return (
    <Page title={t('admin.launcher.title')} hint={t('admin.launcher.hint')}>
      {setting.isPending && <SkeletonRows count={5} />}
      {setting.isError && <Failed error={setting.error} retry={() => void setting.refetch()} />}
      {setting.data && (
        <Section title={t('admin.launcher.sites')} hint={t('admin.launcher.sitesHint')}>
          <SitesForm sites={setting.data.sites} />
        </Section>
      )}
      <Section title={t('admin.launcher.snippet')} hint={t('admin.launcher.snippetHint')}>
        <Snippet />
      </Section>
    </Page>
  );
}
