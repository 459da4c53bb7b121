import { z } from 'zod';

/** One environment variable: how it is called, what it means, and how its text becomes a value. */
export interface Setting<T> {
  readonly name: string;
  /** The text that stands for an unset variable; null when there is no value then. */
  readonly fallback: string | null;
  readonly meaning: string;
  readonly schema: z.ZodType<T, string>;
}

/** A variable that always has a value. */
export function setting<T>(
  name: string,
  fallback: string,
  meaning: string,
  schema: z.ZodType<T, string>,
): Setting<T> {
  return { name, fallback, meaning, schema };
}

/** A variable that may stay unset. */
export function optional<T>(
  name: string,
  meaning: string,
  schema: z.ZodType<T, string>,
): Setting<T | undefined> {
  return { name, fallback: null, meaning, schema };
}

/** A whole number in a range, both ends allowed. */
export const wholeNumber = (min: number, max: number): z.ZodType<number, string> =>
  z
    .string()
    .regex(/^\d{1,15}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`);

/** `true` or `1`, `false` or `0`. */
export const flag: z.ZodType<boolean, string> = z
  .string()
  .regex(/^(true|false|1|0)$/, 'must be true or false')
  .transform((text) => text === 'true' || text === '1');

/** One of a few words. */
export const oneOf = <const T extends readonly [string, ...string[]]>(
  words: T,
): z.ZodType<T[number], string> =>
  z
    .string()
    .refine((text): text is T[number] => words.includes(text), `must be one of: ${words.join(', ')}`)
    .transform((text) => text as T[number]);

const isWebAddress = (text: string): boolean =>
  /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '');

/** `https://host[:port]`, without a path: kept as browsers write it in the Origin header. */
export const origin: z.ZodType<string, string> = z
  .string()
  .refine(
    (text) => isWebAddress(text) && new URL(text).href.replace(/\/$/, '') === new URL(text).origin,
    'must be an address such as https://support.example.com, without a path',
  )
  .transform((text) => new URL(text).origin);

/** Origins separated by commas or blanks; none when empty. */
export const origins: z.ZodType<string[], string> = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .pipe(z.array(origin));
