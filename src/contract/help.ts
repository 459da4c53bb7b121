import { z } from 'zod';
import { QUESTION_MAX } from './limits.ts';
import { Locale } from './locale.ts';

/** The name an article or a topic has in an address: small letters, digits and single hyphens. */
export const Slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

export { QUESTION_MAX };

/** What to advise beside an article: it is enough, a person is often needed, or a person at once. */
export const ContactAdvice = z.enum(['self-service', 'person', 'urgent']);
export type ContactAdvice = z.infer<typeof ContactAdvice>;

/**
 * How soon a person must see to a question. P1: theft, account takeover, a lost card or phone, locked out. P2: money missing, a payment
 * that failed or was taken twice, a card that does not work.
 */
export const Urgency = z.enum(['P1', 'P2', 'normal']);
export type Urgency = z.infer<typeof Urgency>;

/**
 * Why an article did not help: it is out of date, cannot be understood, is about another case, was followed and did not
 * work - or the reader wants a person anyway.
 */
export const WhyNot = z.enum(['outdated', 'unclear', 'case', 'failed', 'person']);
export type WhyNot = z.infer<typeof WhyNot>;

/** An article as a line of a list. */
export const ArticleSummary = z.object({
  id: Slug,
  topic: Slug,
  locale: Locale.describe(
    'Language of this text; the other one when the article is not written in the one asked for',
  ),
  title: z.string(),
  answer: z.string().describe('The answer in a sentence or two, plain text'),
  reviewedOn: z.iso.date(),
});
export type ArticleSummary = z.infer<typeof ArticleSummary>;

export const Article = ArticleSummary.extend({
  html: z.string().describe('The body, sanitised'),
  prepare: z.array(z.string()).describe('What to have at hand before talking to a person'),
  contact: ContactAdvice,
  terms: z.array(Slug).describe('Glossary entries that are explained beside it'),
  related: z.array(ArticleSummary),
  written: z.array(Locale).describe('The languages it is written in'),
});
export type Article = z.infer<typeof Article>;

export const ArticleQuery = z.object({
  q: z.string().max(2_000).optional().describe('A question in the customer’s own words; best match first'),
  topic: Slug.optional(),
  lang: Locale.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type ArticleQuery = z.infer<typeof ArticleQuery>;

export const ArticleList = z.object({ rows: z.array(ArticleSummary) });
export type ArticleList = z.infer<typeof ArticleList>;

/** An article that a question found, with the sentence of it that says most about the question. */
export const FoundArticle = ArticleSummary.extend({
  sentence: z.string().describe('The sentence that answers, plain text'),
});
export type FoundArticle = z.infer<typeof FoundArticle>;

export const AnswersQuery = z.object({
  q: z.string().max(2_000).describe('A question in the customer’s own words'),
  topic: Slug.optional(),
  lang: Locale.optional(),
  limit: z.coerce.number().int().min(1).max(20).default(5),
});

/** What the help centre says to a question. */
export const Answers = z.object({
  rows: z
    .array(FoundArticle)
    .describe('Best first; also when nothing fits, for whoever wants to look anyway'),
  fits: z.boolean().describe('Whether the first may be shown as the answer; where not, a person is'),
  confidence: z.number().min(0).max(1).describe('How sure it is that the first is what was asked for'),
  urgency: Urgency.describe('P1: a person comes before any article'),
});
export type Answers = z.infer<typeof Answers>;
