import { z } from 'zod';

/** A part of a text: UTF-16 offsets, the end excluded. */
export const Part = z
  .object({ start: z.int().min(0), end: z.int().min(1) })
  .refine(({ start, end }) => start < end, { path: ['end'], message: 'must come after the start' });
export type Part = z.infer<typeof Part>;

/** A rectangle of a picture, in its pixels from the upper left corner. */
export const Box = z.object({
  x: z.int().min(0),
  y: z.int().min(0),
  width: z.int().min(1),
  height: z.int().min(1),
});
export type Box = z.infer<typeof Box>;

/** What is secret in a file. */
export const RedactFile = z.object({
  boxes: z
    .array(Box)
    .min(1)
    .max(50)
    .optional()
    .describe('Blacked out in a picture. Left out: the whole file'),
});
export type RedactFile = z.infer<typeof RedactFile>;

/** The most parts one redaction takes out. */
const PARTS_MAX = 50;

/** What is secret in a message after all. */
export const Redact = z.object({
  parts: z.array(Part).min(1).max(PARTS_MAX).optional().describe('Left out: the whole text'),
  earlier: z
    .int()
    .min(0)
    .default(0)
    .describe('How many redactions of this message were known when the parts were chosen'),
});
export type Redact = z.infer<typeof Redact>;
