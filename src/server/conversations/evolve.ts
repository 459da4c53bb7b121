/** The projection: how each event changes what a conversation adds up to. Pure. */
import type { EventBody, EventType } from '../../contract/events.ts';
import type { Decided, Envelope } from './commands.ts';
import type { ConversationState } from './state.ts';

const PREVIEW_LENGTH = 140;

type Change = Partial<ConversationState>;
type Fold<T extends EventType> = (
  state: ConversationState,
  body: EventBody<T>,
  by: Envelope,
  seq: number,
) => Change;

/** The first line of a message for lists; cut between code points, so that no half character is stored. */
const previewOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= PREVIEW_LENGTH
    ? line
    : line
        .slice(0, PREVIEW_LENGTH)
        .toWellFormed()
        .replace(/\ufffd$/, '');
};

const posted: Fold<'message.posted'> = (state, body, { actor, at }, seq) => ({
  preview: previewOf(body.text) || (body.attachments?.[0]?.name ?? ''),
  previewBy: actor.kind,
  ...(actor.kind === 'customer'
    ? { customerSeq: seq, waitingSince: state.waitingSince ?? at }
    : { agentSeq: seq, waitingSince: null }),
});

const folds: { [T in EventType]: Fold<T> } = {
  'conversation.started': (_state, { channel, topic, locale, priority = 'normal' }, { at }) => ({
    channel,
    priority,
    topic,
    locale,
    createdAt: at,
  }),
  'message.posted': posted,
  'note.added': () => ({}),
  // A list must not go on showing what was taken out of the message it shows.
  'message.redacted': ({ customerSeq, agentSeq }, { seq, mark, file }) =>
    seq === Math.max(customerSeq, agentSeq) && !file?.left ? { preview: mark } : {},
  'note.redacted': () => ({}),
  'conversation.assigned': (state, { agent, team }) => ({
    agentId: agent?.id ?? null,
    teamId: team?.id ?? state.teamId,
  }),
  'conversation.tagged': (state, { added, removed }) => ({
    tags: [...state.tags.filter((name) => !removed.includes(name)), ...added],
  }),
  'priority.changed': (_state, { priority }) => ({ priority }),
  // The customer's question stays what a list shows, and the customer goes on waiting: no person has answered.
  'answer.offered': () => ({}),
  'answer.judged': () => ({}),
  'conversation.resolved': (_state, _body, { at }) => ({
    status: 'resolved',
    resolvedAt: at,
    waitingSince: null,
  }),
  'conversation.reopened': (_state, _body, { actor, at }) => ({
    status: 'open',
    resolvedAt: null,
    waitingSince: actor.kind === 'customer' ? at : null,
  }),
};

const SECOND = '2026-11-22T08:00:00'.length;

/**
 * The time a conversation is listed by stands still within a second. It is in three indexes, so that each move of it
 * writes a new entry into every index of the table; a busy conversation would do that with every message.
 */
const activityAt = (before: string, at: string): string =>
  before.slice(0, SECOND) === at.slice(0, SECOND) ? before : at;

/** The state after one more event, numbered `seq`. */
export function evolve(
  state: ConversationState,
  event: Decided,
  envelope: Envelope,
  seq: number,
): ConversationState {
  const fold = folds[event.type] as Fold<EventType>;
  const change = fold(state, event.body as never, envelope, seq);
  return { ...state, ...change, lastSeq: seq, activityAt: activityAt(state.activityAt, envelope.at) };
}
