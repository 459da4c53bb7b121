import { ActionIcon, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Period } from '../../../../contract/hours.ts';
import classes from './hours.module.css';
import { nextPeriod } from './schedule.ts';

/** Most periods of one day; the contract's PERIODS_MAX, whose file carries a parser. */
const MAX = 6;

interface Props {
  /** The day they belong to, for screen readers. */
  name: string;
  periods: readonly Period[];
  change: (periods: Period[]) => void;
  error?: string | undefined;
}

/** The opening times of one day; none means closed. */
export function Periods({ name, periods, change, error }: Props) {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<Period>) =>
    change(periods.map((each, i) => (i === at ? { ...each, ...part } : each)));
  return (
    <div className={classes.periods}>
      {periods.length === 0 && <span className={classes.closed}>{t('admin.hours.closed')}</span>}
      {periods.map((period, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a period has no identity but its place
        <span key={i} className={classes.period}>
          {(['opens', 'closes'] as const).map((end) => (
            <TextInput
              key={end}
              className={classes.time}
              size="xs"
              value={period[end]}
              maxLength={5}
              inputMode="numeric"
              aria-label={t(`admin.hours.${end}`, { day: name })}
              onChange={(event) => set(i, { [end]: event.currentTarget.value })}
            />
          ))}
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('admin.hours.removePeriod', { day: name })}
            onClick={() => change(periods.filter((_, at) => at !== i))}
          >
            <X size={14} />
          </ActionIcon>
        </span>
      ))}
      {periods.length < MAX && (
        <ActionIcon
          size="sm"
          variant="subtle"
          aria-label={t('admin.hours.addPeriod', { day: name })}
          onClick={() => change([...periods, nextPeriod(periods)])}
        >
          <Plus size={14} />
        </ActionIcon>
      )}
      {error && (
        <span role="alert" className={classes.error}>
          {error}
        </span>
      )}
    </div>
  );
}
