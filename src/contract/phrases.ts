import { z } from 'zod';
import { printable } from './text.ts';

export const PHRASE_MIN = 4;
export const PHRASE_MAX = 40;

/** What a customer knows our letters by. */
const Phrase = printable(PHRASE_MAX).min(PHRASE_MIN);

export const MyPhrase = z.object({
  email: z.string().nullable().describe('Where letters go; null until the address was verified with a code'),
  phrase: z.string().nullable(),
  setAt: z.iso.datetime().nullable(),
});
export type MyPhrase = z.infer<typeof MyPhrase>;

export const SetPhrase = z.object({
  phrase: Phrase,
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'must be six digits')
    .describe('Of a letter that was asked for to change the phrase'),
});
