import { z } from 'zod';
import { Id, Seq } from './ids.ts';

export const SearchQuery = z.object({
  q: z.string().trim().min(1, 'must not be empty').max(200),
  cursor: z.string().max(60).optional().describe('From `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

/** A message or note that holds everything that was searched for. */
export const MessageHit = z.object({
  conversationId: Id,
  caseNumber: z.string(),
  customer: z.object({ id: Id, name: z.string() }),
  seq: Seq,
  at: z.iso.datetime(),
  note: z.boolean(),
  by: z.enum(['customer', 'agent', 'system']),
  snippet: z.string().describe('The text around the first place, at most 160 characters'),
});
export type MessageHit = z.infer<typeof MessageHit>;

export const CustomerHit = z.object({
  id: Id,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  account: z.string().nullable(),
  conversations: z.int(),
  latestConversationId: Id.nullable(),
});
export type CustomerHit = z.infer<typeof CustomerHit>;

export const SearchPage = z.object({
  messages: z.array(MessageHit).describe('Newest first'),
  customers: z.array(CustomerHit).describe('On the first page only, at most 10'),
  next: z.string().nullable(),
  words: z.array(z.string()).describe('What was looked for, for highlighting'),
});
export type SearchPage = z.infer<typeof SearchPage>;
