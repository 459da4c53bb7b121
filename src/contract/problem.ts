import { z } from 'zod';

/** RFC 9457 problem details, as every refused request answers (`application/problem+json`). */
export const Problem = z.object({
  type: z.string().describe('Link to the entry of the error registry'),
  title: z.string().describe('What happened, in the caller’s language'),
  status: z.int(),
  code: z.string().describe('Key in the error registry'),
  detail: z.string().optional(),
  instance: z.string().optional().describe('Request id'),
  fields: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .optional()
    .describe('Which inputs were wrong, by their path'),
});
export type Problem = z.infer<typeof Problem>;
