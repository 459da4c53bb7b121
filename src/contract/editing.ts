import { z } from 'zod';
import { articleStages } from './article-stages.ts';
import { ContactAdvice, Slug } from './help.ts';
import { Id } from './ids.ts';
import { BODY_MAX } from './limits.ts';
import { Locale } from './locale.ts';
import { printable, wording } from './text.ts';

const line = (max: number) => printable(max).min(1, 'must not be empty');

/** An article's words in one language. A draft may lack a title or an answer; what is published has both. */
export const ArticleText = z.object({
  title: printable(200),
  answer: printable(1_000).describe('The answer in a sentence or two, plain text'),
  body: wording(BODY_MAX).describe('Markdown'),
  similar: z.array(line(300)).max(1_000).describe('How customers ask it'),
  keywords: z.array(line(100)).max(200),
  prepare: z.array(line(300)).max(20).describe('What to have at hand before talking to a person'),
  reviewedOn: z.iso.date(),
});
export type ArticleText = z.infer<typeof ArticleText>;

/** Everything an editor writes of an article: what it is about, and its words in each language. */
export const ArticleContent = z.object({
  topic: Slug,
  position: z.int().min(0).max(1_000_000).describe('Order within its topic, lowest first'),
  related: z.array(Slug).max(20),
  terms: z.array(Slug).max(20).describe('Glossary entries that are explained beside it'),
  contact: ContactAdvice,
  ownerId: Id.nullable().describe('Who keeps it true'),
  versions: z.object({ 'zh-CN': ArticleText.nullable(), en: ArticleText.nullable() }),
});
export type ArticleContent = z.infer<typeof ArticleContent>;

export const ArticleStage = z.enum(articleStages);
export type ArticleStage = z.infer<typeof ArticleStage>;

/** Why a revision was kept. `handed-over`: somebody else went on from there. */
export const RevisionWhy = z.enum([
  'created',
  'kept',
  'handed-over',
  'submitted',
  'returned',
  'published',
  'scheduled',
  'restored',
  'imported',
  'archived',
]);
export type RevisionWhy = z.infer<typeof RevisionWhy>;

/** Who did something, and when; nobody: the starter content, a command. */
const Stamp = z.object({
  at: z.iso.datetime(),
  by: z.object({ id: Id, name: z.string() }).nullable(),
});
export type Stamp = z.infer<typeof Stamp>;

/**
 * Something in a text to look at. `missing`, `archived`, `unpublished`: what became of an article it links to;
 * `no-address`: a link that pages do not show; `foreign-picture`: a picture they do not show; `no-words`: a picture
 * that says nothing to who cannot see it.
 */
export const Finding = z.object({
  locale: Locale.nullable(),
  kind: z.enum(['missing', 'archived', 'unpublished', 'no-address', 'foreign-picture', 'no-words']),
  subject: z.string().describe('The address or the article'),
});
export type Finding = z.infer<typeof Finding>;

/** An article as editors work on it. */
export const EditableArticle = z.object({
  id: Slug,
  content: ArticleContent.describe('The working copy'),
  version: z.int().describe('Rises with every change; a change names the version it was made on'),
  changed: Stamp,
  stage: ArticleStage,
  live: z.boolean().describe('Whether customers can read it now, maybe in an older text'),
  hasChanges: z.boolean().describe('Whether the working copy differs from what customers read'),
  review: Stamp.nullable(),
  published: Stamp.extend({ revision: z.int() }).nullable(),
  scheduled: Stamp.extend({ revision: z.int(), for: z.iso.datetime() }).nullable(),
  archived: Stamp.extend({ replacement: Slug.nullable() }).nullable(),
  formerIds: z.array(z.string()).describe('Names it had; links to them lead here'),
  findings: z.array(Finding).describe('What to look at in the working copy'),
});
export type EditableArticle = z.infer<typeof EditableArticle>;

/** An article as a line of the editors' list. */
export const ArticleRow = z.object({
  id: Slug,
  topic: Slug,
  title: z.string(),
  contact: ContactAdvice,
  ownerId: Id.nullable(),
  written: z.array(Locale),
  reviewedOn: z.iso.date().nullable().describe('The older of its versions'),
  changed: Stamp,
  stage: ArticleStage,
  live: z.boolean(),
  hasChanges: z.boolean(),
  scheduledFor: z.iso.datetime().nullable(),
  broken: z.boolean().describe('Links to an article that customers cannot read'),
});
export type ArticleRow = z.infer<typeof ArticleRow>;

/** An article that nobody has reviewed for this long is to be looked at again. */
export const REVIEW_AFTER_DAYS = 180;

export const ArticleRowsQuery = z.object({
  stage: ArticleStage.optional().describe('Without it, all that are not archived'),
  topic: Slug.optional(),
  written: Locale.optional().describe('Written in this language'),
  missing: Locale.optional().describe('Not written in this language'),
  review: z.literal('due').optional().describe(`Last reviewed more than ${REVIEW_AFTER_DAYS} days ago`),
  links: z.literal('broken').optional().describe('Links to an article that customers cannot read'),
  owner: Id.optional(),
  q: printable(200).optional().describe('Part of a title or of an id'),
  lang: Locale.optional().describe('Language of the titles'),
  cursor: z
    .string()
    .regex(/^\d{13}~[a-z0-9-]{1,80}$/, 'is not a cursor of ours')
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ArticleRowsQuery = z.infer<typeof ArticleRowsQuery>;

export const ArticleRows = z.object({
  rows: z.array(ArticleRow).describe('Latest change first'),
  next: z.string().nullable(),
  counts: z
    .record(ArticleStage, z.int())
    .describe('How many articles each stage has, whatever was asked for'),
});
export type ArticleRows = z.infer<typeof ArticleRows>;

const onVersion = { version: z.int().min(1).max(2_147_483_647).describe('The version this is based on') };

export const NewArticle = z.object({ id: Slug, content: ArticleContent });
export type NewArticle = z.infer<typeof NewArticle>;
export const SaveDraft = z.object({ ...onVersion, content: ArticleContent });
export const OnVersion = z.object(onVersion);
export const KeepRevision = z.object({ ...onVersion, note: printable(300).default('') });
export const ScheduleArticle = KeepRevision.extend({ for: z.iso.datetime({ offset: true }) });
export const RenameArticle = z.object({ ...onVersion, id: Slug });
export const RestoreRevision = z.object({ ...onVersion, revision: z.int().min(1).max(2_147_483_647) });
export const ArchiveArticle = KeepRevision.extend({
  replacement: Slug.nullable().default(null).describe('Where its links lead from now on'),
});

export const PreviewArticle = z.object({ content: ArticleContent, locale: Locale });
export const ArticlePreview = z.object({
  html: z.string().nullable().describe('The whole page; null while there are no words in any language'),
});

/** A text that was kept. */
export const Revision = Stamp.extend({
  number: z.int(),
  why: RevisionWhy,
  note: z.string(),
  live: z.boolean().describe('What customers read now'),
});
export type Revision = z.infer<typeof Revision>;
export const Revisions = z.object({ rows: z.array(Revision).describe('Newest first') });
export const RevisionContent = Revision.extend({ content: ArticleContent });
export type RevisionContent = z.infer<typeof RevisionContent>;
