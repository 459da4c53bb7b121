import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../../contract/events.ts';
import type { TimelineEntry } from '../../shared/conversation/timeline.ts';
import { linesOf } from './lines.ts';

const me = 'agent-1';
const step = fc.record({
  type: fc.constantFrom('message.posted', 'note.added', 'conversation.resolved'),
  by: fc.constantFrom('customer', 'agent'),
  minutes: fc.nat(2000),
});

function entriesOf(steps: { type: string; by: string; minutes: number }[]): TimelineEntry[] {
  let minutes = 0;
  return steps.map((each, i) => {
    minutes += each.minutes;
    const event = {
      seq: i + 1,
      id: `event-${i + 1}`,
      at: new Date(1_790_000_000_000 + minutes * 60_000).toISOString(),
      type: each.type,
      actor:
        each.by === 'agent'
          ? { kind: 'agent', id: me, name: 'Li', staffNumber: 'A1' }
          : { kind: 'customer', id: 'c' },
      body: { text: 'x' },
    } as unknown as Event;
    return { kind: 'event', key: event.id, event };
  });
}

describe('the lines of a timeline', () => {
  it('show every entry once, in order, with unique keys and at most one unread mark', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.option(fc.nat(40)), (steps, read) => {
        const entries = entriesOf(steps);
        const lines = linesOf(entries, me, read);
        expect(lines.filter(({ kind }) => kind !== 'day' && kind !== 'unread').map(({ key }) => key)).toEqual(
          entries.map(({ key }) => key),
        );
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
        const unseen = entries.some(
          (e) =>
            e.kind === 'event' &&
            e.event.actor.kind === 'customer' &&
            e.event.seq > (read ?? 0) &&
            e.event.type !== 'conversation.resolved',
        );
        expect(lines.filter(({ kind }) => kind === 'unread')).toHaveLength(read !== null && unseen ? 1 : 0);
      }),
    );
  });

  it('begin a group whenever somebody else speaks or a note follows a message', () => {
    const entries = entriesOf([
      { type: 'message.posted', by: 'agent', minutes: 0 },
      { type: 'message.posted', by: 'agent', minutes: 1 },
      { type: 'note.added', by: 'agent', minutes: 1 },
      { type: 'message.posted', by: 'customer', minutes: 1 },
      { type: 'message.posted', by: 'customer', minutes: 9 },
    ]);
    const firsts = linesOf(entries, me, null).flatMap((line) => (line.kind === 'said' ? [line.first] : []));
    expect(firsts).toEqual([true, false, true, true, true]);
  });

  it('begin without a day while the page before is still to come', () => {
    const entries = entriesOf([
      { type: 'message.posted', by: 'customer', minutes: 0 },
      { type: 'message.posted', by: 'agent', minutes: 1 },
    ]);
    expect(linesOf(entries, me, null)[0]?.kind).toBe('day');
    expect(linesOf(entries.slice(1), me, null)[0]?.kind).toBe('said');
  });
});
