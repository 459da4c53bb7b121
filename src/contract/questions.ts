import { z } from 'zod';
import { Slug, WhyNot } from './help.ts';
import { Locale } from './locale.ts';

/** How it is known that an article answers a question: staff answered with it, or the customer said that it solved it. */
export const ProposedHow = z.enum(['answered', 'solved']);
export type ProposedHow = z.infer<typeof ProposedHow>;

const asked = {
  id: z.int(),
  text: z.string(),
  locale: Locale,
  asked: z.int().describe('How often'),
  lastAt: z.iso.datetime(),
};

/** A customer's question that may become a similar question of an article. */
export const ProposedQuestion = z.object({ ...asked, how: ProposedHow });
export type ProposedQuestion = z.infer<typeof ProposedQuestion>;

export const ProposedForArticle = z.object({
  article: z.object({ id: Slug, title: z.string() }),
  groups: z.array(z.array(ProposedQuestion)).describe('Those of one group mean the same; the largest first'),
});
export type ProposedForArticle = z.infer<typeof ProposedForArticle>;

export const ProposedQuestions = z.object({
  rows: z.array(ProposedForArticle).describe('The article that is asked for most stands first'),
  waiting: z.int().describe('How many there are in all; the latest are listed'),
});
export type ProposedQuestions = z.infer<typeof ProposedQuestions>;

const Ids = z.array(z.int().min(1).max(2_147_483_647)).min(1, 'must not be empty').max(500);

/** `accepted` adds them to the working copies of their articles, `refused` puts them away, `waiting` takes that back. */
export const DecideProposed = z.object({ ids: Ids, decision: z.enum(['accepted', 'refused', 'waiting']) });
export type DecideProposed = z.infer<typeof DecideProposed>;

export const Decided = z.object({
  decided: z.int().describe('Those that still waited for it'),
  published: z.array(Slug).describe('Articles whose customers are found by them from now on'),
  drafted: z.array(Slug).describe('Articles with other changes, which have to be published by somebody'),
});
export type Decided = z.infer<typeof Decided>;

/** What accepting everything that waits would do for questions that were not learned from. */
export const ProposedEffect = z.object({
  effect: z
    .object({
      questions: z.int().describe('Past questions it was tried with'),
      before: z.number().min(0).max(1).describe('Share of them that find their article first, as it is'),
      after: z.number().min(0).max(1).describe('The same with the others of them accepted'),
    })
    .nullable()
    .describe('Null with too few questions to tell'),
});
export type ProposedEffect = z.infer<typeof ProposedEffect>;

/** A customer's question that no article answered. */
export const UnansweredQuestion = z.object(asked);
export type UnansweredQuestion = z.infer<typeof UnansweredQuestion>;

const ArticleName = z.object({ id: Slug, title: z.string() });

/** Questions that mean the same and that no article answers. */
export const UnansweredGroup = z.object({
  questions: z.array(UnansweredQuestion),
  asked: z.int().describe('How often, all of them together'),
  nearest: ArticleName.nullable().describe('The article that comes nearest, where one is near at all'),
});
export type UnansweredGroup = z.infer<typeof UnansweredGroup>;

/** What somebody had asked whom an article did not help, and why it did not. */
export const UnhelpedQuestion = z.object({ text: z.string(), locale: Locale, why: WhyNot });
export type UnhelpedQuestion = z.infer<typeof UnhelpedQuestion>;

/** An article after which people still wanted somebody to talk to. */
export const UnhelpfulArticle = z.object({
  article: ArticleName,
  solved: z.int().describe('“It solved this”, below the article'),
  unsolved: z.int().describe('“It did not”'),
  toPerson: z
    .int()
    .describe('Readers who went on to a person, from the article or from the automatic answer'),
  reasons: z.array(z.object({ why: WhyNot, count: z.int() })).describe('The most frequent first'),
  groups: z.array(z.array(UnhelpedQuestion)).describe('Those of one group mean the same; the largest first'),
});
export type UnhelpfulArticle = z.infer<typeof UnhelpfulArticle>;

/** What to write next, by what customers looked for and did not find. */
export const WritingNeeds = z.object({
  days: z.int().describe('How far back it looks'),
  unanswered: z.array(UnansweredGroup).describe('What is asked for most stands first'),
  articles: z.array(UnhelpfulArticle).describe('The article that most people left for a person stands first'),
});
export type WritingNeeds = z.infer<typeof WritingNeeds>;

/** `settled` puts questions away, with `articleId` as similar questions of that article; `waiting` takes that back. */
export const SettleUnanswered = z.object({
  ids: Ids,
  decision: z.enum(['settled', 'waiting']),
  articleId: Slug.optional().describe('The article that answers them after all'),
});
export type SettleUnanswered = z.infer<typeof SettleUnanswered>;

/** What an article made of an agent's answer begins with. */
export const ArticleSeed = z.object({
  locale: Locale,
  topic: Slug.nullable(),
  body: z.string().describe('What the agent wrote, without what says whose case it was'),
  question: z.string().nullable().describe('What the customer had asked; null where that says who they are'),
});
export type ArticleSeed = z.infer<typeof ArticleSeed>;
