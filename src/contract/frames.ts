/**
 * The realtime protocol, whole. docs/protocol.md explains it for somebody who writes another client.
 * Every frame is one JSON text; `t` says which. `c` is a conversation id.
 */
import { z } from 'zod';
import { ConversationSummary } from './conversations.ts';
import { ATTACHMENTS_MAX, AttachmentRef, Event, MESSAGE_MAX } from './events.ts';
import { Id, Seq } from './ids.ts';
import { SUBSCRIPTIONS_MAX } from './limits.ts';
import { Locale } from './locale.ts';
import { NotSecret } from './not-secret.ts';

const c = Id;

/**
 * Which of its lines to the server a page speaks over: `page` is made once by the page, `number` grows with every line it
 * opens. What is still on its way over an earlier line comes to nothing then: the page says it again over the later.
 */
export const Line = z.object({ page: Id, number: z.int().min(1) });
export type Line = z.infer<typeof Line>;

export const clientFrames = {
  /** First frame on every socket: who this is, by a short-lived ticket from POST .../socket-tickets. */
  hello: z.object({
    t: z.literal('hello'),
    v: z.int(),
    ticket: z.string().max(200),
    locale: Locale.optional(),
    line: Line.optional(),
  }),
  /** Follow a conversation: everything after `after` is sent, then everything new. */
  sub: z.object({ t: z.literal('sub'), c, after: Seq }),
  unsub: z.object({ t: z.literal('unsub'), c }),
  /** Post a message. `id` is made by the client and kept for retries: the same id is never stored twice. */
  post: z.object({
    t: z.literal('post'),
    c,
    id: Id,
    text: z.string().max(MESSAGE_MAX),
    attachments: z
      .array(AttachmentRef.pick({ id: true }))
      .max(ATTACHMENTS_MAX)
      .optional(),
    /** Kinds of secret that the guard saw in the browser and the writer says are none. The server decides again. */
    notSecret: NotSecret.optional(),
  }),
  /** Staff only: an internal note, never shown to the customer. */
  note: z.object({
    t: z.literal('note'),
    c,
    id: Id,
    text: z.string().min(1).max(MESSAGE_MAX),
    notSecret: NotSecret.optional(),
  }),
  typing: z.object({ t: z.literal('typing'), c, on: z.boolean() }),
  /** Receipts: highest seq that reached this device, and highest that was on the screen. */
  seen: z.object({ t: z.literal('seen'), c, delivered: Seq, read: Seq }),
  /** Staff only: which conversation is on this screen (null: none). */
  viewing: z.object({ t: z.literal('viewing'), c: Id.nullable() }),
  /** Staff only: start or stop receiving `inbox` and `counters`. */
  inbox: z.object({ t: z.literal('inbox'), on: z.boolean() }),
  ping: z.object({ t: z.literal('ping'), n: z.int().optional() }),
} as const;

export const ClientFrame = z.discriminatedUnion('t', [
  clientFrames.hello,
  clientFrames.sub,
  clientFrames.unsub,
  clientFrames.post,
  clientFrames.note,
  clientFrames.typing,
  clientFrames.seen,
  clientFrames.viewing,
  clientFrames.inbox,
  clientFrames.ping,
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

/** How many conversations stand in each view; `teams` by team id. */
export const Counters = z.object({
  mine: z.int(),
  unassigned: z.int(),
  all: z.int(),
  resolved: z.int().describe('Resolved within the last 24 hours'),
  teams: z.record(z.string(), z.int()),
});
export type Counters = z.infer<typeof Counters>;

const Viewer = z.object({ id: Id, name: z.string(), typing: z.boolean() });

export const serverFrames = {
  welcome: z.object({
    t: z.literal('welcome'),
    v: z.int(),
    heartbeatSeconds: z
      .number()
      .describe('The client pings, and expects to hear something, at least this often'),
  }),
  /**
   * The log from `after` (exclusive) to `upTo` (inclusive). Events that this reader may not see are left out, so
   * `upTo` and not the last event says where the reader now stands. `after` greater than what the client has means a gap: subscribe again.
   */
  events: z.object({ t: z.literal('events'), c, after: Seq, upTo: Seq, events: z.array(Event) }),
  /** The post with this id is committed to disk as `seq`. Answered again, with the same seq, for every retry. */
  ack: z.object({ t: z.literal('ack'), c, id: Id, seq: Seq, at: z.iso.datetime() }),
  /** The frame was refused; nothing was stored. `id` when it was a post or note. */
  refused: z.object({
    t: z.literal('refused'),
    code: z.string(),
    title: z.string(),
    c: Id.optional(),
    id: Id.optional(),
    retryAfterMs: z.int().optional(),
  }),
  typing: z.object({
    t: z.literal('typing'),
    c,
    who: z.object({ kind: z.enum(['customer', 'agent']), id: Id, name: z.string().optional() }),
    on: z.boolean(),
  }),
  seen: z.object({ t: z.literal('seen'), c, who: z.enum(['customer', 'staff']), delivered: Seq, read: Seq }),
  /** Staff only: who else has this conversation on the screen. */
  viewers: z.object({ t: z.literal('viewers'), c, staff: z.array(Viewer) }),
  /** Staff only: these conversations changed. `stale` instead of a long list means: fetch the list again. */
  inbox: z.object({ t: z.literal('inbox'), changed: z.array(ConversationSummary), stale: z.boolean() }),
  counters: z.object({ t: z.literal('counters'), counters: Counters }),
  /** Staff only: an agent's presence changed. */
  presence: z.object({
    t: z.literal('presence'),
    agent: Id,
    presence: z.enum(['online', 'busy', 'away']),
    connected: z.boolean(),
  }),
  /** To the agent of a conversation alone: the customer asked for proof; the code is at `.../proof`. */
  proof: z.object({ t: z.literal('proof'), c }),
  /** Staff only: who waits, or who is offered what, has changed: fetch it again. */
  queue: z.object({ t: z.literal('queue') }),
  ping: z.object({ t: z.literal('ping') }),
  pong: z.object({ t: z.literal('pong'), n: z.int().optional() }),
  /** The server is about to close. Reconnect after `reconnectMs` unless it is null. */
  bye: z.object({
    t: z.literal('bye'),
    reason: z.enum(['draining', 'signed-out', 'too-old', 'bad-frame', 'ticket', 'superseded']),
    reconnectMs: z.int().nullable(),
  }),
} as const;

export const ServerFrame = z.discriminatedUnion('t', [
  serverFrames.welcome,
  serverFrames.events,
  serverFrames.ack,
  serverFrames.refused,
  serverFrames.typing,
  serverFrames.seen,
  serverFrames.viewers,
  serverFrames.inbox,
  serverFrames.counters,
  serverFrames.presence,
  serverFrames.proof,
  serverFrames.queue,
  serverFrames.ping,
  serverFrames.pong,
  serverFrames.bye,
]);
export type ServerFrame = z.infer<typeof ServerFrame>;

/**
 * One turn of the long-poll fallback: the client sends what it would have sent on the socket and says where it
 * stands; the answer comes when there is something, or after `waitMs`. No state is kept between turns, so any node may answer.
 */
export const SyncRequest = z.object({
  v: z.int(),
  line: Line.optional(),
  subscriptions: z.array(z.object({ c: Id, after: Seq })).max(SUBSCRIPTIONS_MAX),
  inbox: z.boolean().optional(),
  viewing: Id.nullable().optional(),
  frames: z.array(ClientFrame).max(50).optional(),
  waitMs: z.int().min(0).max(25_000),
});
export type SyncRequest = z.infer<typeof SyncRequest>;
export const SyncResponse = z.object({ frames: z.array(ServerFrame) });
export type SyncResponse = z.infer<typeof SyncResponse>;
