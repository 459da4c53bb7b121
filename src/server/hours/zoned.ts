const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const numeric = 'numeric' as const;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(timeZone, format);
  return format;
}

/** The wall clock at an instant, written as if it were UTC: milliseconds, whole seconds. */
function wallClock(instant: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(instant);
  const [year, month, day, hour, minute, second] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map(
    (type) => Number(parts.find((part) => part.type === type)?.value),
  ) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const offsetAt = (instant: number, timeZone: string): number => {
  const whole = Math.floor(instant / 1000) * 1000;
  return wallClock(whole, timeZone) - whole;
};

/** The moment between two instants at which the clock is put to another offset, to the minute. */
function transition(before: number, after: number, timeZone: string): number {
  const old = offsetAt(before, timeZone);
  let [low, high] = [before, after];
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetAt(middle, timeZone) === old) low = middle;
    else high = middle;
  }
  return high;
}

/** `2026-11-22` and minutes since midnight, as a wall clock in `timeZone` shows them. */
export function localTime(now: Date, timeZone: string): { date: string; minutes: number } {
  const wall = wallClock(now.getTime(), timeZone);
  const date = new Date(wall).toISOString().slice(0, 10);
  return { date, minutes: Math.floor((wall - Date.parse(date)) / MINUTE) };
}

/**
 * The instant at which a wall clock shows `minutes` after midnight of `date`; minutes beyond 1440 are on the next day.
 * A time that the clock skips becomes the moment it skips; of one that it shows twice, `which` is taken.
 */
export function instantOf(date: string, minutes: number, timeZone: string, which: 'first' | 'last'): number {
  const wall = Date.parse(date) + minutes * MINUTE;
  const offsets = [offsetAt(wall - DAY, timeZone), offsetAt(wall + DAY, timeZone)] as const;
  const fitting = offsets.map((offset) => wall - offset).filter((at) => at + offsetAt(at, timeZone) === wall);
  if (fitting.length > 0) return which === 'first' ? Math.min(...fitting) : Math.max(...fitting);
  return transition(wall - Math.max(...offsets), wall - Math.min(...offsets), timeZone);
}

/** The date `days` later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7;
