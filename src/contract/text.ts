import { z } from 'zod';

/** One line a person typed: trimmed, at most `max` UTF-16 units, no control characters, no half characters. */
export const printable = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .regex(/^[^\u0000-\u001f\u007f\p{Cs}]*$/u, 'must not contain control characters');

/** Text of several lines: what the database can hold, which is all but NUL and half characters. */
export const wording = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is refused
    .regex(/^[^\u0000\p{Cs}]*$/u, 'must not contain NUL or half characters');
