import type { Locale } from '../../../contract/locale.ts';

/** Texts by key. `{name}` is filled in; a key that ends in `_one` or `_other` is chosen by `values.count`. */
export type Catalogue = Readonly<Record<string, string>>;

type Plain<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K;
/** The keys a catalogue is asked for: plural forms by their stem. */
export type KeyOf<C extends Catalogue> = Plain<keyof C & string>;

export type Values = Readonly<Record<string, string | number>>;

/** The words and formats of one language. `t` of a key that does not exist does not compile. */
export interface I18n<K extends string = string> {
  readonly locale: Locale;
  t(key: K, values?: Values): string;
  number(value: number): string;
  /** 14:05 in the reader's zone. */
  time(at: Date | number | string): string;
  /** "Today", "Yesterday", else the date; with the year when it is not this one. */
  day(at: Date | number | string, now?: Date): string;
  /** Date and time with the zone's name, for records. */
  moment(at: Date | number | string): string;
  /** 1.4 MB */
  bytes(count: number): string;
}

const DAY_MS = 86_400_000;

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

function formatDay(locale: Locale, at: Date, now: Date): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  if (days === 0 || days === 1) {
    const word = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');
    return word.charAt(0).toUpperCase() + word.slice(1);
  }
  const year = at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', weekday: 'short', ...year }).format(
    at,
  );
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function formatBytes(locale: Locale, count: number): string {
  const power = Math.min(byteUnits.length - 1, Math.floor(Math.log2(Math.max(1, count)) / 10));
  const options = {
    style: 'unit',
    unit: byteUnits[power],
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  } as const;
  return new Intl.NumberFormat(locale, options).format(count / 1024 ** power);
}

/** @param catalogue texts of `locale`; all languages of a screen have the same keys */
export function createI18n<C extends Catalogue>(catalogue: C, locale: Locale): I18n<KeyOf<C>> {
  const texts: Catalogue = catalogue;
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const moments = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  const find = (key: string, count: unknown): string => {
    const plural = typeof count === 'number' ? texts[`${key}_${plurals.select(count)}`] : undefined;
    return plural ?? texts[key] ?? texts[`${key}_other`] ?? key;
  };
  const fill = (value: string | number | undefined, whole: string) =>
    typeof value === 'number' ? numbers.format(value) : (value ?? whole);
  return {
    locale,
    t: (key, values = {}) =>
      find(key, values.count).replace(/\{(\w+)\}/g, (whole, name: string) => fill(values[name], whole)),
    number: (value) => numbers.format(value),
    time: (at) => times.format(new Date(at)),
    day: (at, now = new Date()) => formatDay(locale, new Date(at), now),
    moment: (at) => moments.format(new Date(at)),
    bytes: (count) => formatBytes(locale, count),
  };
}
