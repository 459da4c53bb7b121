import { z } from 'zod';
import {
  ATTACHMENTS_MAX,
  AttachmentRef,
  Channel,
  Event,
  MESSAGE_MAX,
  PersonRef,
  Priority,
  Status,
} from './events.ts';
import { Id, Seq } from './ids.ts';
import { Locale } from './locale.ts';
import { NotSecret } from './not-secret.ts';
import { printable } from './text.ts';

/** Where a party stands in a conversation: highest seq delivered to a device of theirs, and highest read. */
export const Receipt = z.object({ delivered: Seq, read: Seq });
export type Receipt = z.infer<typeof Receipt>;

/** A conversation as a list row of the desk. */
export const ConversationSummary = z.object({
  id: Id,
  caseNumber: z.string(),
  channel: Channel,
  status: Status,
  priority: Priority,
  topic: z.string().nullable(),
  locale: Locale,
  customer: z.object({ id: Id, name: z.string() }),
  agent: PersonRef.nullable(),
  teamId: Id.nullable(),
  tags: z.array(z.string()),
  preview: z.string(),
  previewBy: z.enum(['customer', 'agent', 'system']),
  lastSeq: Seq,
  unread: z.boolean().describe('The customer wrote something that no staff member has read'),
  waitingSince: z.iso.datetime().nullable().describe('Since when the customer has had no answer'),
  createdAt: z.iso.datetime(),
  activityAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
});
export type ConversationSummary = z.infer<typeof ConversationSummary>;

/** A conversation as its customer sees it in "my conversations". */
export const MyConversation = z.object({
  id: Id,
  caseNumber: z.string(),
  channel: Channel,
  status: Status,
  topic: z.string().nullable(),
  agent: PersonRef.nullable(),
  preview: z.string(),
  lastSeq: Seq,
  unread: z.int(),
  createdAt: z.iso.datetime(),
  activityAt: z.iso.datetime(),
});
export type MyConversation = z.infer<typeof MyConversation>;

/** A piece of the log with the receipts of both sides; the same shape as an `events` frame. */
export const EventsPage = z.object({
  c: Id,
  after: Seq,
  upTo: Seq,
  events: z.array(Event),
  more: z.boolean().describe('There is more after upTo'),
  receipts: z.object({ customer: Receipt, staff: Receipt }),
});
export type EventsPage = z.infer<typeof EventsPage>;

export const PostMessage = z
  .object({
    id: Id.describe('Made by the client; the same id is never stored twice'),
    text: z.string().max(MESSAGE_MAX),
    attachments: z
      .array(AttachmentRef.pick({ id: true }))
      .max(ATTACHMENTS_MAX)
      .optional(),
    notSecret: NotSecret.optional().describe(
      'Kinds of secret this looks like and is not, as its writer says',
    ),
  })
  .refine((m) => m.text.trim() !== '' || (m.attachments?.length ?? 0) > 0, {
    path: ['text'],
    message: 'must not be empty',
  });
export type PostMessage = z.infer<typeof PostMessage>;

export const Posted = z.object({ id: Id, seq: Seq, at: z.iso.datetime() });
export type Posted = z.infer<typeof Posted>;

/** The pre-chat form: enough to answer, no more. A name and one way to reach the customer are required. */
export const IdentityForm = z
  .object({
    name: printable(80).min(1, 'must not be empty'),
    email: z.email().max(254).optional(),
    phone: printable(32).optional(),
    account: printable(100).optional(),
    topic: printable(60).nullable(),
    transaction: printable(64)
      .regex(/^[A-Za-z0-9_-]{6,64}$/, 'must be 6 to 64 letters, digits, - or _')
      .optional(),
    urgent: z.boolean().optional().describe('The customer says that it is an emergency'),
  })
  .refine((form) => form.email !== undefined || form.phone !== undefined, {
    path: ['email'],
    message: 'an e-mail address or a phone number is needed',
  });
export type IdentityForm = z.infer<typeof IdentityForm>;

export const StartConversation = z
  .object({
    id: Id.describe('Made by the client: the conversation keeps it, and starting twice with it starts once'),
    form: IdentityForm,
    locale: Locale,
    message: PostMessage,
  })
  // The beginning carries the conversation's id, and within one conversation an id is stored once.
  .refine(({ id, message }) => id !== message.id, { path: ['message', 'id'], message: 'must be another id' });
export type StartConversation = z.infer<typeof StartConversation>;

export const inboxViews = ['mine', 'unassigned', 'all', 'resolved', 'team'] as const;
export const InboxQuery = z.object({
  view: z.enum(inboxViews),
  team: Id.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type InboxQuery = z.infer<typeof InboxQuery>;
export const InboxPage = z.object({ rows: z.array(ConversationSummary), next: z.string().nullable() });
export type InboxPage = z.infer<typeof InboxPage>;
