const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(locale: string, options: Intl.DateTimeFormatOptions, at: Date): string {
  const key = locale + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format.format(at);
}

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/** Hour and minute on the reader's clock. */
export const clockTime = (at: string, locale: string): string =>
  formatted(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, new Date(at));

/** The reader's zone as people write it: `GMT+8`. */
export function zoneName(locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZoneName: 'short' }).formatToParts(new Date());
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** The day alone. */
export const dateText = (at: string, locale: string): string =>
  formatted(locale, { dateStyle: 'medium' }, new Date(at));

/** Date and time, for tables. */
export const dateTime = (at: string, locale: string): string =>
  formatted(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }, new Date(at));

/** Date, time to the second, and zone, for titles. */
export const fullTime = (at: string, locale: string): string =>
  `${formatted(locale, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }, new Date(at))} ${zoneName(locale)}`;

/** As short as it stays clear: the time today, the day this year, else the date. */
export function shortTime(at: string, locale: string, now: number): string {
  const [then, today] = [new Date(at), new Date(now)];
  if (sameDay(then, today)) return clockTime(at, locale);
  if (then.getFullYear() === today.getFullYear())
    return formatted(locale, { month: 'short', day: 'numeric' }, then);
  return formatted(locale, { dateStyle: 'short' }, then);
}

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);

/** A day as a heading: "today", "yesterday" in the language, else weekday and date. */
export function dayName(at: string, locale: string, now: number): string {
  const then = new Date(at);
  const relative = (days: number) =>
    capital(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day'));
  if (sameDay(then, new Date(now))) return relative(0);
  if (sameDay(then, new Date(now - 86_400_000))) return relative(-1);
  const options: Intl.DateTimeFormatOptions = { month: 'long', day: 'numeric', weekday: 'long' };
  return formatted(
    locale,
    then.getFullYear() === new Date(now).getFullYear() ? options : { ...options, year: 'numeric' },
    then,
  );
}

/** Key of the reader's calendar day, to see where one ends. */
export const dayKey = (at: string): string => new Date(at).toDateString();
