import type { HoursChannel, Period, Schedule } from '../../../../contract/hours.ts';

/** What holds until hours are set (the contract's defaultWeeks): chat around the clock, telephone 9:00 to 21:00. */
const standard: Record<HoursChannel, Period> = {
  chat: { opens: '00:00', closes: '24:00' },
  phone: { opens: '09:00', closes: '21:00' },
};

export const initialSchedule = (channel: HoursChannel, teamId: string | null): Schedule => ({
  channel,
  teamId,
  week: Array.from({ length: 7 }, () => [standard[channel]]),
  exceptions: [],
});

/** A further period, after those a day has: the morning first, then the afternoon. */
export function nextPeriod(periods: readonly Period[]): Period {
  const last = periods.at(-1);
  if (last === undefined) return { opens: '09:00', closes: '18:00' };
  const hour = Math.min(22, Number(last.closes.slice(0, 2)) + 1);
  return {
    opens: `${String(hour).padStart(2, '0')}:00`,
    closes: `${String(Math.min(24, hour + 2)).padStart(2, '0')}:00`,
  };
}

/** Names of the seven days, Monday first. */
export function weekdays(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // 2024-01-01 was a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)));
}
