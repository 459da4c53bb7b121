import { z } from 'zod';
import { Id } from './ids.ts';
import { localizedOrEmpty } from './localized.ts';

/** What may stand between double braces in a canned reply. */
export const placeholders = [
  'customer.name',
  'agent.name',
  'agent.staffNumber',
  'conversation.caseNumber',
  'brand.name',
] as const;
export const Placeholder = z.enum(placeholders);
export type Placeholder = z.infer<typeof Placeholder>;

const inBraces = /\{\{\s*([\w.]*)\s*\}\}/g;

/** The names in a text's braces that mean nothing. */
export function unknownPlaceholders(text: string): string[] {
  const names = [...text.matchAll(inBraces)].map((match) => match[1] ?? '');
  return names.filter((name) => !(placeholders as readonly string[]).includes(name));
}

/** A canned reply with its placeholders filled; one without a value stays as it is, so that the agent sees it. */
export function fillPlaceholders(text: string, values: Partial<Record<Placeholder, string>>): string {
  return text.replace(inBraces, (whole, name: string) => values[name as Placeholder] ?? whole);
}

const Shortcut = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\s/#\p{C}]+$/u, 'must have no blanks, / or #');

const hasOne = (texts: { 'zh-CN': string; en: string }): boolean => texts['zh-CN'] !== '' || texts.en !== '';
const oneNeeded = { message: 'one language is needed' };

const Texts = localizedOrEmpty(8_000)
  .refine(hasOne, oneNeeded)
  .superRefine((texts, context) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const [first] = unknownPlaceholders(texts[locale]);
      if (first === undefined) continue;
      context.addIssue({ code: 'custom', path: [locale], message: `{{${first}}} is not a placeholder` });
    }
  });

export const CannedScope = z.enum(['everyone', 'team', 'personal']);
export type CannedScope = z.infer<typeof CannedScope>;

export const CannedReply = z.object({
  id: Id,
  shortcut: z.string(),
  titles: z.object({ 'zh-CN': z.string(), en: z.string() }),
  texts: z.object({ 'zh-CN': z.string(), en: z.string() }),
  scope: CannedScope,
  teamId: Id.nullable(),
  ownerId: Id.nullable(),
  updatedAt: z.iso.datetime(),
});
export type CannedReply = z.infer<typeof CannedReply>;

export const CannedReplies = z.object({
  rows: z.array(CannedReply),
  placeholders: z.array(z.string()),
});

const fields = { shortcut: Shortcut, titles: localizedOrEmpty(120).refine(hasOne, oneNeeded), texts: Texts };

/** For everyone, or for one team. */
export const NewSharedReply = z.object({ ...fields, teamId: Id.nullable() });
export const ChangeSharedReply = NewSharedReply.partial();
/** For oneself. */
export const NewPersonalReply = z.object(fields);
export const ChangePersonalReply = NewPersonalReply.partial();
