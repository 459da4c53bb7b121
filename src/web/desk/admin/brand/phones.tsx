import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Brand } from '../../../../contract/brand.ts';
import classes from './phones.module.css';

type Phone = Brand['phones'][number];

interface Props {
  phones: readonly Phone[];
  fields: Record<string, string>;
  change: (phones: Phone[]) => void;
}

/** The official telephone numbers, each with what it is for when that is worth saying. */
export function Phones({ phones, fields, change }: Props) {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<Phone>) =>
    change(phones.map((each, i) => (i === at ? { ...each, ...part } : each)));
  const label = (phone: Phone, locale: 'zh-CN' | 'en', text: string): Phone['label'] => {
    const both = { 'zh-CN': '', en: '', ...phone.label, [locale]: text };
    return both['zh-CN'] === '' && both.en === '' ? null : both;
  };
  return (
    <fieldset aria-label={t('admin.brand.phones')}>
      {phones.map((phone, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a number being edited has no identity but its place
        <div key={i} className={classes.phone}>
          <TextInput
            label={t('admin.brand.phone')}
            type="tel"
            value={phone.number}
            error={fields[`phones.${i}.number`]}
            onChange={(event) => set(i, { number: event.currentTarget.value })}
          />
          {(['zh-CN', 'en'] as const).map((locale) => (
            <TextInput
              key={locale}
              label={`${t('admin.brand.phoneLabel')} · ${t(`language.${locale}`)}`}
              value={phone.label?.[locale] ?? ''}
              error={fields[`phones.${i}.label.${locale}`]}
              onChange={(event) => set(i, { label: label(phone, locale, event.currentTarget.value) })}
            />
          ))}
          <ActionIcon
            size="lg"
            variant="subtle"
            color="gray"
            aria-label={t('admin.brand.removePhone', { number: phone.number })}
            onClick={() => change(phones.filter((_, at) => at !== i))}
          >
            <X size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<Plus size={14} />}
        onClick={() => change([...phones, { number: '', label: null }])}
      >
        {t('admin.brand.addPhone')}
      </Button>
    </fieldset>
  );
}
