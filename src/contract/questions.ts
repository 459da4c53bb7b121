import { z } from 'zod';
import { Slug } from './help.ts';
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
