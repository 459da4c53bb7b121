import { z } from 'zod';
import { Id, Seq } from './ids.ts';
import { ATTACHMENTS_MAX, MESSAGE_MAX } from './limits.ts';
import { Locale } from './locale.ts';
import { Part } from './redaction.ts';

export { ATTACHMENTS_MAX, MESSAGE_MAX };

export const Channel = z.enum(['chat', 'message', 'email', 'phone', 'form']);
export type Channel = z.infer<typeof Channel>;

export const Status = z.enum(['open', 'resolved']);
export type Status = z.infer<typeof Status>;

export const Priority = z.enum(['P1', 'P2', 'normal']);
export type Priority = z.infer<typeof Priority>;

/**
 * Who did it. An agent's display name and staff number are written into the event, so that the record shows
 * what the customer was shown, whatever the agent is called later.
 */
export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('customer'), id: Id }),
  z.object({ kind: z.literal('agent'), id: Id, name: z.string(), staffNumber: z.string() }),
  z.object({ kind: z.literal('system') }),
]);
export type Actor = z.infer<typeof Actor>;

/** What a message says about a file; the file itself is fetched from `/files/{id}/{name}`. */
export const AttachmentRef = z.object({
  id: Id,
  name: z.string().max(200),
  type: z.string().max(100),
  bytes: z.int().min(0),
  width: z.int().min(1).optional(),
  height: z.int().min(1).optional(),
});
export type AttachmentRef = z.infer<typeof AttachmentRef>;

/** A person an event speaks of, as they were called at that time. */
export const PersonRef = z.object({ id: Id, name: z.string(), staffNumber: z.string() });
const TeamRef = z.object({ id: Id, name: z.string() });

/** Something the guard took out of a text: which kind, and where in the text that was kept (UTF-16 offsets). */
export const Removal = z.object({ kind: z.string(), start: z.int().min(0), end: z.int().min(0) });

/**
 * Parts of a message were taken out for good. The message itself, wherever it is read, is what is left; a page that
 * holds it as it was takes the same parts out. `digest` is the salted SHA-256 of what is left, in hexadecimal.
 */
const Redaction = z.object({
  seq: Seq,
  parts: z.array(Part),
  mark: z.string(),
  digest: z.string(),
  /** A file of the message: what took its place - a picture with parts blacked out - or null when it is gone. */
  file: z.object({ id: Id, left: AttachmentRef.nullable() }).optional(),
});

/** Ids of the events that took parts out of this text already. */
const redactions = z.array(Id).optional();

/** What a customer says to an answer that came by itself. */
export const Verdict = z.enum(['solved', 'not-it', 'person']);
export type Verdict = z.infer<typeof Verdict>;

/** Why a waiting customer lost their agent: who left the desk, or took the case and did not write. */
export const ReturnedWhy = z.enum(['gone', 'silent']);
export type ReturnedWhy = z.infer<typeof ReturnedWhy>;

/** Longest automatic answer, in UTF-16 code units. */
export const ANSWER_MAX = 500;

/** The body of every kind of event, by its type. Unknown keys are dropped, so that a newer server can add fields. */
export const eventBodies = {
  'conversation.started': z.object({
    channel: Channel,
    topic: z.string().nullable(),
    locale: Locale,
    account: z.string().max(100).optional(),
    transaction: z.string().max(100).optional(),
    /** How urgent it was found to be; normal when left out. */
    priority: Priority.optional(),
  }),
  'message.posted': z.object({
    text: z.string().max(MESSAGE_MAX),
    attachments: z.array(AttachmentRef).max(ATTACHMENTS_MAX).optional(),
    removed: z.array(Removal).optional(),
    redactions,
  }),
  'note.added': z.object({
    text: z.string().max(MESSAGE_MAX),
    attachments: z.array(AttachmentRef).max(ATTACHMENTS_MAX).optional(),
    removed: z.array(Removal).optional(),
    redactions,
  }),
  'message.redacted': Redaction,
  'note.redacted': Redaction,
  'conversation.assigned': z.object({
    agent: PersonRef.nullable(),
    team: TeamRef.nullable(),
    /** Given when the queue took it back. */
    why: ReturnedWhy.optional(),
  }),
  'conversation.tagged': z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
  'priority.changed': z.object({ priority: Priority }),
  /** An answer that no person gave: the sentence of an article, and which article it is. */
  'answer.offered': z.object({
    article: z.object({ id: z.string(), topic: z.string(), locale: Locale, title: z.string() }),
    sentence: z.string().max(ANSWER_MAX),
  }),
  'answer.judged': z.object({ verdict: Verdict }),
  'conversation.resolved': z.object({}),
  'conversation.reopened': z.object({}),
} as const;

export type EventType = keyof typeof eventBodies;
export type EventBody<T extends EventType> = z.infer<(typeof eventBodies)[T]>;

const envelope = { seq: Seq, id: Id, at: z.iso.datetime(), actor: Actor };
const eventOf = <T extends EventType>(type: T) =>
  z.object({ ...envelope, type: z.literal(type), body: eventBodies[type] });

/** One line of a conversation's log, as it crosses a wire. `at` is UTC with milliseconds. */
export const Event = z.discriminatedUnion('type', [
  eventOf('conversation.started'),
  eventOf('message.posted'),
  eventOf('note.added'),
  eventOf('message.redacted'),
  eventOf('note.redacted'),
  eventOf('conversation.assigned'),
  eventOf('conversation.tagged'),
  eventOf('priority.changed'),
  eventOf('answer.offered'),
  eventOf('answer.judged'),
  eventOf('conversation.resolved'),
  eventOf('conversation.reopened'),
]);
export type Event = z.infer<typeof Event>;
