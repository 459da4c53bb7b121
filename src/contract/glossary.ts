import { z } from 'zod';
import { Slug } from './help.ts';
import { Id } from './ids.ts';
import { Locale } from './locale.ts';
import { printable } from './text.ts';

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

const name = printable(80).min(1, 'must not be empty');
const TermText = z.object({
  term: name,
  aliases: z.array(name).max(20).describe('Other names of the same thing'),
  meaning: printable(600)
    .min(1, 'must not be empty')
    .describe('What it means, in a sentence or two, plain text'),
});
/** A term in every language of the product. */
export const TermWords = z.object({ 'zh-CN': TermText, en: TermText });
export type TermWords = z.infer<typeof TermWords>;

/** A term as editors see it. */
export const EditableTerm = z.object({
  id: Slug,
  words: TermWords,
  version: z.int().describe('Rises with every change; a change names the version it was made on'),
  changedAt: z.iso.datetime(),
  changedBy: z.object({ id: Id, name: z.string() }).nullable().describe('Nobody: the starter content'),
  archivedAt: z.iso.datetime().nullable(),
});
export type EditableTerm = z.infer<typeof EditableTerm>;
export const EditableTerms = z.object({ rows: z.array(EditableTerm) });

export const NewTerm = z.object({ id: Slug.describe('Part of addresses; never changes'), words: TermWords });
export type NewTerm = z.infer<typeof NewTerm>;
export const OnTermVersion = z.object({
  version: z.int().min(1).max(2_147_483_647).describe('The version this is based on'),
});
export const ChangeTerm = OnTermVersion.extend({ words: TermWords });
export type ChangeTerm = z.infer<typeof ChangeTerm>;
