import { z } from 'zod';
import { Slug } from './help.ts';
import { Locale } from './locale.ts';

/** A word of payment services, explained. */
export const GlossaryTerm = z.object({
  id: Slug,
  term: z.string(),
  aliases: z.array(z.string()).describe('Other names of the same thing'),
  meaning: z.string().describe('What it means, in a sentence or two, plain text'),
});
export type GlossaryTerm = z.infer<typeof GlossaryTerm>;

export const GlossaryQuery = z.object({ lang: Locale.optional() });

export const Glossary = z.object({ rows: z.array(GlossaryTerm) });
export type Glossary = z.infer<typeof Glossary>;
