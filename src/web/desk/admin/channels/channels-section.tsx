import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OfficialSetting } from '../../../../contract/official.ts';
import { get, put } from '../../api/client.ts';
import form from '../../ui/form.module.css';
import { Page } from '../../ui/page.tsx';
import { Failed, SkeletonRows } from '../../ui/state.tsx';
import { say } from '../../ui/toast.tsx';
import { useForm } from '../../ui/use-form.ts';
import { Accounts } from './accounts.tsx';

const path = '/api/desk/admin/official-channels';
const lists = ['domains', 'mailDomains', 'phones'] as const;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function Standing({ standing }: Pick<OfficialSetting, 'standing'>) {
  const { t } = useTranslation();
  const all = [...standing.domains, ...standing.mailAddresses, ...standing.phones];
  return (
    <p>
      {all.length === 0
        ? t('admin.channels.noneStanding')
        : t('admin.channels.standing', { all: all.join(' · ') })}
    </p>
  );
}

function ChannelsForm({ set }: Pick<OfficialSetting, 'set'>) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const initial = {
    ...set,
    domains: set.domains.join('\n'),
    mailDomains: set.mailDomains.join('\n'),
    phones: set.phones.join('\n'),
  };
  const values = useForm(initial, async (now) => {
    const sent = Object.fromEntries(lists.map((list) => [list, linesOf(now[list])]));
    await put(path, { ...now, ...sent });
    say(t('admin.saved'));
    await client.invalidateQueries({ queryKey: ['admin', path] });
  });
  const faultIn = (list: string) =>
    Object.entries(values.fields).find(([at]) => at === list || at.startsWith(`${list}.`))?.[1];
  return (
    <form className={form.form} onSubmit={values.submit} noValidate>
      {lists.map((list) => (
        <Textarea
          key={list}
          label={t(`admin.channels.${list}`)}
          description={t(`admin.channels.${list}Hint`)}
          autosize
          minRows={2}
          {...values.textField(list)}
          error={faultIn(list)}
        />
      ))}
      <Accounts
        accounts={values.values.accounts}
        fields={values.fields}
        change={(accounts) => values.set('accounts', accounts)}
      />
      <TextInput
        className={form.narrow}
        label={t('admin.channels.country')}
        description={t('admin.channels.countryHint')}
        maxLength={2}
        {...values.textField('country')}
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

/** What is official: customers tell by it what is false. */
export function ChannelsSection() {
  const { t } = useTranslation();
  const channels = useQuery({
    queryKey: ['admin', path],
    queryFn: () => get<OfficialSetting>(path),
    staleTime: 0,
  });
  return (
    <Page title={t('admin.channels.title')} hint={t('admin.channels.hint')}>
      {channels.isPending && <SkeletonRows count={5} />}
      {channels.isError && <Failed error={channels.error} retry={() => void channels.refetch()} />}
      {channels.data && (
        <>
          <Standing standing={channels.data.standing} />
          <ChannelsForm set={channels.data.set} />
        </>
      )}
    </Page>
  );
}
