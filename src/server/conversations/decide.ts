/**
 * The rules of a conversation. Pure: no clock, no database, no socket; the same state and command give the same answer.
 */
import type { ErrorCode } from '../../contract/errors.ts';
import type { Command, Decided, Envelope, Words } from './commands.ts';
import type { ConversationState } from './state.ts';

export type Decision = { events: Decided[] } | { refuse: ErrorCode };

type Rule<K extends Command['kind']> = (
  state: ConversationState,
  command: Extract<Command, { kind: K }>,
  envelope: Envelope,
) => Decision;

const nothing: Decision = { events: [] };

const bodyOf = ({ text, removed, attachments }: Words) => ({
  text,
  ...(attachments.length > 0 ? { attachments } : {}),
  ...(removed.length > 0 ? { removed } : {}),
});

const start: Rule<'start'> = (_state, { channel, topic, locale, account, transaction, priority }) => ({
  events: [
    {
      type: 'conversation.started',
      main: true,
      body: {
        channel,
        topic,
        locale,
        ...(account === undefined ? {} : { account }),
        ...(transaction === undefined ? {} : { transaction }),
        ...(priority === 'normal' ? {} : { priority }),
      },
    },
  ],
});

/** A customer who writes into a resolved conversation reopens it: nothing said is ever left in a closed case. */
const post: Rule<'post'> = (state, { words }, { actor }) => {
  const message: Decided = { type: 'message.posted', main: true, body: bodyOf(words) };
  if (actor.kind === 'customer') {
    return {
      events:
        state.status === 'resolved' ? [{ type: 'conversation.reopened', body: {} }, message] : [message],
    };
  }
  if (state.status === 'resolved') return { refuse: 'conversation-resolved' };
  if (actor.kind === 'agent' && state.agentId === null) return { events: [assignedTo(actor), message] };
  return { events: [message] };
};

const assignedTo = ({
  id,
  name,
  staffNumber,
}: {
  id: string;
  name: string;
  staffNumber: string;
}): Decided => ({
  type: 'conversation.assigned',
  body: { agent: { id, name, staffNumber }, team: null },
});

const note: Rule<'note'> = (_state, { words }) => ({
  events: [{ type: 'note.added', main: true, body: bodyOf(words) }],
});

const redact: Rule<'redact'> = (_state, { redaction }) => ({
  events: [{ type: 'message.redacted', main: true, body: redaction }],
});

const redactNote: Rule<'redact-note'> = (_state, { redaction }) => ({
  events: [{ type: 'note.redacted', main: true, body: redaction }],
});

/** First come, first served: a claim wins only while nobody has it, unless the role may take over. */
const claim: Rule<'claim'> = (state, { takeOver }, { actor }) => {
  if (actor.kind !== 'agent') return { refuse: 'forbidden' };
  if (state.status === 'resolved') return { refuse: 'conversation-resolved' };
  if (state.agentId === actor.id) return nothing;
  if (state.agentId !== null && !takeOver) return { refuse: 'already-claimed' };
  return { events: [{ ...assignedTo(actor), main: true }] };
};

/** Naming no team leaves the conversation with the team it has. */
const assign: Rule<'assign'> = (state, { agent, team }) => {
  if (state.status === 'resolved') return { refuse: 'conversation-resolved' };
  if (state.agentId === (agent?.id ?? null) && (team === null || team.id === state.teamId)) return nothing;
  return { events: [{ type: 'conversation.assigned', main: true, body: { agent, team } }] };
};

/** Only while the customer still waits for this agent: whoever has answered meanwhile keeps the case. */
const giveBack: Rule<'return'> = (state, { agentId, why }) => {
  if (state.status === 'resolved' || state.agentId !== agentId || state.waitingSince === null) return nothing;
  return { events: [{ type: 'conversation.assigned', main: true, body: { agent: null, team: null, why } }] };
};

const tag: Rule<'tag'> = (state, { tags }) => {
  const added = tags.filter((name) => !state.tags.includes(name));
  const removed = state.tags.filter((name) => !tags.includes(name));
  if (added.length + removed.length === 0) return nothing;
  return { events: [{ type: 'conversation.tagged', main: true, body: { added, removed } }] };
};

const prioritise: Rule<'prioritise'> = (state, { priority }) =>
  state.priority === priority
    ? nothing
    : { events: [{ type: 'priority.changed', main: true, body: { priority } }] };

/** What needs no person may come before one does; with an agent there, or in an emergency, nothing stands between. */
const offer: Rule<'offer'> = (state, { article, sentence }) =>
  state.status === 'resolved' || state.agentId !== null || state.priority === 'P1'
    ? nothing
    : { events: [{ type: 'answer.offered', main: true, body: { article, sentence } }] };

/** An answer that solved it ends the conversation, as the customer could; writing again opens it again. */
const judge: Rule<'judge'> = (state, { verdict }) => {
  const judged: Decided = { type: 'answer.judged', main: true, body: { verdict } };
  const ends = verdict === 'solved' && state.status === 'open';
  return { events: ends ? [judged, { type: 'conversation.resolved', body: {} }] : [judged] };
};

const resolve: Rule<'resolve'> = (state) =>
  state.status === 'resolved'
    ? nothing
    : { events: [{ type: 'conversation.resolved', main: true, body: {} }] };

const reopen: Rule<'reopen'> = (state) =>
  state.status === 'open' ? nothing : { events: [{ type: 'conversation.reopened', main: true, body: {} }] };

const rules: { [K in Command['kind']]: Rule<K> } = {
  start,
  post,
  note,
  redact,
  'redact-note': redactNote,
  claim,
  assign,
  return: giveBack,
  tag,
  prioritise,
  offer,
  judge,
  resolve,
  reopen,
};

/** What happens when this command meets this state; no events means it is already so. */
export function decide(state: ConversationState, envelope: Envelope): Decision {
  const isNew = state.lastSeq === 0;
  if (isNew !== (envelope.command.kind === 'start'))
    return { refuse: isNew ? 'conversation-not-found' : 'id-reused' };
  const rule = rules[envelope.command.kind] as Rule<Command['kind']>;
  return rule(state, envelope.command as never, envelope);
}
