import { Button, TextInput } from '@mantine/core';
import { CalendarPlus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HoursException } from '../../../../contract/hours.ts';
import classes from './hours.module.css';
import { Periods } from './periods.tsx';

interface Props {
  exceptions: readonly HoursException[];
  fields: Record<string, string>;
  change: (exceptions: HoursException[]) => void;
}

/** Dates whose hours are their own: holidays, and days that are worked although they are usually free. */
export function Exceptions({ exceptions, fields, change }: Props) {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<HoursException>) =>
    change(exceptions.map((each, i) => (i === at ? { ...each, ...part } : each)));
  const fault = (i: number, name: string) => fields[`exceptions.${i}.${name}`];
  const add = () => {
    const date = new Date().toLocaleDateString('sv-SE');
    change([...exceptions, { date, name: { 'zh-CN': '', en: '' }, periods: [] }]);
  };
  return (
    <fieldset aria-label={t('admin.hours.exceptions')}>
      <h2 className={classes.heading}>{t('admin.hours.exceptions')}</h2>
      {exceptions.map((each, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an exception being edited has no identity but its place
        <div key={i} className={classes.exception}>
          <TextInput
            size="xs"
            type="date"
            label={t('admin.hours.date')}
            value={each.date}
            error={fault(i, 'date')}
            onChange={(event) => set(i, { date: event.currentTarget.value })}
          />
          {(['zh-CN', 'en'] as const).map((locale) => (
            <TextInput
              key={locale}
              size="xs"
              label={`${t('admin.hours.name')} · ${t(`language.${locale}`)}`}
              value={each.name[locale]}
              error={fault(i, `name.${locale}`)}
              onChange={(event) => set(i, { name: { ...each.name, [locale]: event.currentTarget.value } })}
            />
          ))}
          <Periods
            name={each.date}
            periods={each.periods}
            error={fault(i, 'periods')}
            change={(periods) => set(i, { periods })}
          />
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            leftSection={<Trash2 size={14} />}
            onClick={() => change(exceptions.filter((_, at) => at !== i))}
          >
            {t('common.delete')}
          </Button>
        </div>
      ))}
      <Button size="compact-sm" variant="subtle" leftSection={<CalendarPlus size={14} />} onClick={add}>
        {t('admin.hours.addException')}
      </Button>
    </fieldset>
  );
}
