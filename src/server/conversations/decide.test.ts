import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '../../contract/events.ts';
import { inspect } from '../guard/inspect.ts';
import type { Command, Envelope } from './commands.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { type ConversationState, nothingYet } from './state.ts';

const customer: Actor = { kind: 'customer', id: 'c' };
const agents: Actor[] = ['a', 'b'].map((id) => ({ kind: 'agent', id, name: id, staffNumber: id }));
const words = { ...inspect('hello', 'en'), attachments: [] };
const person = { id: 'b', name: 'b', staffNumber: 'b' };

const article = { id: 'charged-twice', topic: 'payments', locale: 'en' as const, title: 'Charged twice?' };

const start: Command = {
  kind: 'start',
  caseNumber: 'OK1',
  customerId: 'c',
  channel: 'chat',
  topic: null,
  locale: 'en',
  priority: 'normal',
};
const command = fc.oneof(
  fc.constant<Command>({ kind: 'post', words }),
  fc.constant<Command>({ kind: 'note', words }),
  fc.boolean().map((takeOver): Command => ({ kind: 'claim', takeOver })),
  fc.constantFrom(null, person).map((agent): Command => ({ kind: 'assign', agent, team: null })),
  fc.constantFrom('a', 'b').map((agentId): Command => ({ kind: 'return', agentId, why: 'gone' })),
  fc.subarray(['x', 'y', 'z']).map((tags): Command => ({ kind: 'tag', tags })),
  fc
    .constantFrom('P1' as const, 'normal' as const)
    .map((priority): Command => ({ kind: 'prioritise', priority })),
  fc.constant<Command>({ kind: 'offer', article, sentence: 'It comes back.' }),
  fc
    .constantFrom('solved' as const, 'not-it' as const, 'person' as const)
    .map((verdict): Command => ({ kind: 'judge', verdict })),
  fc.constant<Command>({ kind: 'resolve' }),
  fc.constant<Command>({ kind: 'reopen' }),
);
const step = fc.record({ command, actor: fc.constantFrom<Actor>(customer, ...agents) });

const envelope = (actor: Actor, what: Command, minute: number): Envelope => ({
  conversationId: 'k',
  id: `id-${minute}`,
  at: new Date(minute * 60_000).toISOString(),
  actor,
  command: what,
});

/** Plays steps from a started conversation and hands every event to `seen` with the state before and after. */
function play(
  steps: { command: Command; actor: Actor }[],
  seen: (before: ConversationState, type: string, after: ConversationState, by: Actor) => void = () => {},
): ConversationState {
  let state = nothingYet('k', 'OK1', 'c');
  for (const [minute, { command: what, actor }] of [
    { command: start, actor: customer },
    ...steps,
  ].entries()) {
    const by = envelope(actor, what, minute);
    const decision = decide(state, by);
    if ('refuse' in decision) continue;
    for (const event of decision.events) {
      const after = evolve(state, event, by, state.lastSeq + 1);
      seen(state, event.type, after, actor);
      state = after;
    }
  }
  return state;
}

test('no order of commands leaves a gap, or a customer who waits in a closed case', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      play(steps, (before, _type, after) => {
        expect(after.lastSeq).toBe(before.lastSeq + 1);
        if (after.status === 'resolved') expect(after.waitingSince).toBeNull();
        expect((after.resolvedAt !== null) === (after.status === 'resolved')).toBe(true);
      });
    }),
  );
});

test('a resolved conversation never gains a message without being reopened first', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      play(steps, (before, type) => {
        if (type === 'message.posted') expect(before.status).toBe('open');
      });
    }),
  );
});

test('a customer who wrote waits until an agent writes, whatever happens in between but the end of the case', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      play(steps, (before, type, after, by) => {
        if (type === 'message.posted' && by.kind === 'customer') expect(after.waitingSince).not.toBeNull();
        const ends = (type === 'message.posted' && by.kind === 'agent') || type === 'conversation.resolved';
        if (before.waitingSince !== null && !ends) expect(after.waitingSince).toBe(before.waitingSince);
      });
    }),
  );
});

test('no automatic answer comes where one of us is, in an emergency, or when it is over', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      play(steps, (before, type) => {
        if (type !== 'answer.offered') return;
        expect(before).toMatchObject({ agentId: null, status: 'open' });
        expect(before.priority).not.toBe('P1');
      });
    }),
  );
});

test('saying again what is already so changes nothing', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.subarray(['x', 'y']), (steps, tags) => {
      const state = play([...steps, { actor: agents[0] as Actor, command: { kind: 'tag', tags } }]);
      expect(decide(state, envelope(agents[0] as Actor, { kind: 'tag', tags }, 99))).toEqual({ events: [] });
    }),
  );
});

test('the same state and command always give the same answer', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), step, (steps, next) => {
      const state = play(steps);
      const by = envelope(next.actor, next.command, 99);
      expect(decide(state, by)).toEqual(decide(state, by));
    }),
  );
});
