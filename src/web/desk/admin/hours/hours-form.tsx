import { Button } from '@mantine/core';
import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '../../../../contract/hours.ts';
import { del, put, query } from '../../api/client.ts';
import { currentLocale } from '../../i18n.ts';
import form from '../../ui/form.module.css';
import { useForm } from '../../ui/use-form.ts';
import { useAct } from '../parts/use-rows.ts';
import { Exceptions } from './exceptions.tsx';
import classes from './hours.module.css';
import { Periods } from './periods.tsx';
import { weekdays } from './schedule.ts';

const path = '/api/desk/admin/hours';

/** A week and its exceptions; saved as a whole. */
export function HoursForm({ schedule, stored }: { schedule: Schedule; stored: boolean }) {
  const { t } = useTranslation();
  const act = useAct();
  const { channel, teamId } = schedule;
  const values = useForm({ week: schedule.week, exceptions: schedule.exceptions }, async (now) => {
    const saved = await put(path, { channel, teamId, ...now });
    await act(async () => saved, t('admin.saved'));
  });
  const { week } = values.values;
  const setDay = (day: number, periods: Schedule['week'][number]) =>
    values.set(
      'week',
      week.map((each, i) => (i === day ? periods : each)),
    );
  const remove = () =>
    act(
      () => del(`${path}${query({ channel, team: teamId })}`),
      t('admin.hours.removed'),
      () => put(path, schedule),
    );
  return (
    <form className={`${form.form} ${classes.form}`} onSubmit={values.submit} noValidate>
      {!stored && (
        <p className={classes.note}>{t(teamId ? 'admin.hours.likeCentre' : 'admin.hours.standard')}</p>
      )}
      <fieldset aria-label={t('admin.hours.week')}>
        {weekdays(currentLocale()).map((name, day) => (
          <div key={name} className={classes.day}>
            <span className={classes.name}>{name}</span>
            <Periods
              name={name}
              periods={week[day] ?? []}
              error={values.fields[`week.${day}`]}
              change={(periods) => setDay(day, periods)}
            />
          </div>
        ))}
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Copy size={14} />}
          onClick={() =>
            values.set(
              'week',
              week.map((each, i) => (i < 5 ? (week[0] ?? []) : each)),
            )
          }
        >
          {t('admin.hours.copyMonday')}
        </Button>
      </fieldset>
      <Exceptions
        exceptions={values.values.exceptions}
        fields={values.fields}
        change={(exceptions) => values.set('exceptions', exceptions)}
      />
      {values.message && (
        <p role="alert" className={form.error}>
          {values.message}
        </p>
      )}
      <div className={form.buttons}>
        <Button type="submit" loading={values.sending}>
          {t('common.save')}
        </Button>
        {stored && (
          <Button variant="default" onClick={() => void remove()}>
            {t(teamId ? 'admin.hours.useCentre' : 'admin.hours.useStandard')}
          </Button>
        )}
      </div>
    </form>
  );
}
