import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Brand } from '../../../../contract/brand.ts';
import { get, put } from '../../api/client.ts';
import { locales } from '../../i18n.ts';
import { brandQuery } from '../../shell/brand.ts';
import form from '../../ui/form.module.css';
import { Page } from '../../ui/page.tsx';
import { Failed, SkeletonRows } from '../../ui/state.tsx';
import { say } from '../../ui/toast.tsx';
import { useForm } from '../../ui/use-form.ts';
import { Phones } from './phones.tsx';

const path = '/api/desk/admin/brand';
const linesOf = (text: string) => text.split(/\s+/).filter(Boolean);

function BrandForm({ brand }: { brand: Brand }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const initial = { ...brand, emails: brand.emails.join('\n'), officialDomain: brand.officialDomain ?? '' };
  const values = useForm(initial, async (now) => {
    await put(path, {
      ...now,
      emails: linesOf(now.emails),
      officialDomain: now.officialDomain.trim() || null,
    });
    say(t('admin.saved'));
    await client.invalidateQueries({ queryKey: brandQuery.queryKey });
  });
  const { name, accent } = values.values;
  const emailFault = Object.entries(values.fields).find(([at]) => at.startsWith('emails'))?.[1];
  return (
    <form className={form.form} onSubmit={values.submit} noValidate>
      <div className={form.pair}>
        {locales.map((locale) => (
          <TextInput
            key={locale}
            label={`${t('admin.brand.name')} · ${t(`language.${locale}`)}`}
            value={name[locale]}
            error={values.fields[`name.${locale}`]}
            onChange={(event) => values.set('name', { ...name, [locale]: event.currentTarget.value })}
          />
        ))}
      </div>
      <TextInput
        className={form.narrow}
        label={t('admin.brand.accent')}
        description={t('admin.brand.accentHint')}
        rightSection={
          <input
            type="color"
            value={/^#[0-9a-f]{6}$/i.test(accent) ? accent : '#000000'}
            aria-label={t('admin.brand.pick')}
            onChange={(event) => values.set('accent', event.currentTarget.value)}
          />
        }
        rightSectionWidth={60}
        {...values.textField('accent')}
      />
      <Phones
        phones={values.values.phones}
        fields={values.fields}
        change={(phones) => values.set('phones', phones)}
      />
      <Textarea
        label={t('admin.brand.emails')}
        description={t('admin.brand.emailsHint')}
        autosize
        minRows={2}
        {...values.textField('emails')}
        error={emailFault}
      />
      <div className={form.pair}>
        <NumberInput
          label={t('admin.brand.replyHours')}
          min={1}
          max={240}
          value={values.values.emailReplyHours}
          error={values.fields.emailReplyHours}
          onChange={(value) => values.set('emailReplyHours', Number(value))}
        />
        <TextInput
          label={t('admin.brand.domain')}
          description={t('admin.brand.domainHint')}
          placeholder="example.com"
          {...values.textField('officialDomain')}
        />
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

/** Whom the centre speaks for: name, colour and the official ways of contact. */
export function BrandSection() {
  const { t } = useTranslation();
  const brand = useQuery({ queryKey: ['admin', path], queryFn: () => get<Brand>(path), staleTime: 0 });
  return (
    <Page title={t('admin.brand.title')} hint={t('admin.brand.hint')}>
      {brand.isPending && <SkeletonRows count={5} />}
      {brand.isError && <Failed error={brand.error} retry={() => void brand.refetch()} />}
      {brand.data && <BrandForm brand={brand.data} />}
    </Page>
  );
}
