import { z } from 'zod';
import { ConversationSummary } from './conversations.ts';
import { Id } from './ids.ts';
import { Locale } from './locale.ts';
import { printable } from './text.ts';

/** What the centre remembers of the customer who asks. */
export const MyDetails = z.object({
  id: Id,
  name: z.string(),
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  phone: z.string().nullable(),
  account: z.string().nullable(),
  locale: Locale,
});
export type MyDetails = z.infer<typeof MyDetails>;

export const ChangeMyDetails = z.object({
  name: printable(80).min(1, 'must not be empty').optional(),
  email: z.email().max(254).nullable().optional(),
  phone: printable(32).nullable().optional(),
  account: printable(100).nullable().optional(),
  locale: Locale.optional(),
});

export const ClaimRequest = z.object({ email: z.email().max(254) });
export const ClaimCode = z.object({
  email: z.email().max(254),
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'must be six digits'),
});
export const Claimed = z.object({
  conversations: z.int().describe('Conversations now visible on this device'),
});

/** The customer as the desk's side panel shows them. */
export const CustomerPanel = MyDetails.extend({
  verified: z.boolean().describe('The company’s own site says who this is; else they say so themselves'),
  createdAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  earlier: z.array(ConversationSummary),
});
export type CustomerPanel = z.infer<typeof CustomerPanel>;
