import type { Period } from '../../contract/hours.ts';
import type { Locale } from '../../contract/locale.ts';

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const dayKey = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);

/** "09:00" today, "周一 09:00" within the coming days, with the date further away. */
export function whenFrom(now: Date, at: Date, locale: Locale, timeZone: string): string {
  const near = at.getTime() - now.getTime() < 6 * 86_400_000;
  const day = near ? ({ weekday: 'short' } as const) : ({ month: 'short', day: 'numeric' } as const);
  const today = dayKey(now, timeZone) === dayKey(at, timeZone);
  return new Intl.DateTimeFormat(locale, { timeZone, ...(today ? {} : day), ...clock }).format(at);
}

/** A calendar date (YYYY-MM-DD) in words. */
export function dateText(date: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** The moment something happened: the time today, the date before. */
export function momentText(now: Date, at: Date, locale: Locale, timeZone: string): string {
  const today = dayKey(now, timeZone) === dayKey(at, timeZone);
  const options = today ? clock : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at);
}

/** What a time zone is called, for example 中国标准时间. */
export function zoneName(now: Date, locale: Locale, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' }).formatToParts(now);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

const short = (time: string): string => time.replace(/^0/, '');

/** Opening hours of a day, for example `9:00–12:00, 13:30–21:00`; null when closed all day. */
export function periodsText(periods: readonly Period[], locale: Locale): string | null {
  if (periods.length === 0) return null;
  const texts = periods.map(({ opens, closes }) => `${short(opens)}–${short(closes)}`);
  // A list of units, as Intl knows it, stands in Chinese without anything between.
  return texts.join(locale === 'zh-CN' ? '、' : ', ');
}

/** Whether a day is open without a break. */
export const isAllDay = (periods: readonly Period[]): boolean =>
  periods.some(({ opens, closes }) => opens === '00:00' && (closes === '24:00' || closes === '00:00'));
