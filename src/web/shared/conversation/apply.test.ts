import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventsPage } from '../../../contract/conversations.ts';
import type { Event } from '../../../contract/events.ts';
import type { ServerFrame } from '../../../contract/frames.ts';
import { apply } from './apply.ts';
import { emptyConversation, heldUpTo, shownEvents, shownSpan } from './state.ts';

const c = '11111111-1111-4111-8111-111111111111';
const idOf = (seq: number) => `22222222-2222-4222-8222-${String(seq).padStart(12, '0')}`;
const at = '2026-01-01T00:00:00.000Z';
const message = (seq: number): Event => ({
  seq,
  id: idOf(seq),
  at,
  type: 'message.posted',
  actor: { kind: 'customer', id: c },
  body: { text: `message ${seq}` },
});

type Input = EventsPage | ServerFrame;
type Receipts = EventsPage['receipts'];

/** A log of up to 40 lines, some of which this reader may not see, and how far both sides have read in the end. */
const world = fc.integer({ min: 0, max: 40 }).chain((length) => {
  const receipt = fc.record({ delivered: fc.nat(length), read: fc.nat(length) });
  return fc.record({
    hidden: fc.uniqueArray(fc.integer({ min: 1, max: Math.max(1, length) }), { maxLength: length }),
    length: fc.constant(length),
    receipts: fc.record({ customer: receipt, staff: receipt }),
    anchor: fc.nat(length),
  });
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const slice = ({ hidden }: World, after: number, upTo: number) =>
  Array.from({ length: upTo - after }, (_, i) => after + 1 + i)
    .filter((seq) => !hidden.includes(seq))
    .map(message);

const page = (w: World, after: number, upTo: number, receipts: Receipts): EventsPage => ({
  c,
  after,
  upTo,
  events: slice(w, after, upTo),
  more: upTo < w.length,
  receipts,
});
const frame = (w: World, after: number, upTo: number): ServerFrame => ({
  t: 'events',
  c,
  after,
  upTo,
  events: slice(w, after, upTo),
});

const older = ({ delivered, read }: { delivered: number; read: number }, by: number) => ({
  delivered: Math.max(0, delivered - by),
  read: Math.max(0, read - by),
});

/** Everything there is to know, cut at random places, with any of it repeated and overlapping, in any order. */
const deliveries = world.chain((w) => {
  const piece = fc
    .tuple(fc.nat(w.length), fc.nat(w.length), fc.boolean(), fc.nat(5))
    .map(([a, b, asPage, lag]) => {
      const [after, upTo] = [Math.min(a, b), Math.max(a, b)];
      const { customer, staff } = w.receipts;
      return asPage
        ? page(w, after, upTo, { customer: older(customer, lag), staff: older(staff, lag) })
        : frame(w, after, upTo);
    });
  const cuts = fc.uniqueArray(fc.nat(w.length), { maxLength: 8 });
  const acks = fc.subarray(slice(w, 0, w.length).map(({ seq, id }): Input => ({ t: 'ack', c, id, seq, at })));
  const strangers = fc.constant<Input[]>([
    { t: 'seen', c: idOf(1), who: 'staff', delivered: 9999, read: 9999 },
    { t: 'events', c: idOf(1), after: 0, upTo: 1, events: [message(1)] },
  ]);
  return fc
    .tuple(cuts, fc.array(piece, { maxLength: 8 }), acks, strangers)
    .chain(([places, extra, acked, foreign]) => {
      const ends = [...new Set([0, ...places, w.length])].sort((a, b) => a - b);
      const whole: Input[] = ends.slice(1).map((upTo, i) => frame(w, ends[i] ?? 0, upTo));
      whole.push(
        { t: 'seen', c, who: 'customer', ...w.receipts.customer },
        { t: 'seen', c, who: 'staff', ...w.receipts.staff },
      );
      const all: Input[] = [...whole, ...extra, ...acked, ...foreign];
      return fc
        .tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all))
        .map(([shuffled, again]) => ({ w, inputs: [...shuffled, ...again] as Input[] }));
    });
});

describe('apply', () => {
  it('ends like a refetch, whatever was cut, repeated or swapped', () => {
    fc.assert(
      fc.property(deliveries, ({ w, inputs }) => {
        const empty = emptyConversation(c, w.anchor);
        const refetched = apply(empty, page(w, 0, w.length, w.receipts));
        expect(inputs.reduce(apply, empty)).toEqual(refetched);
      }),
      { numRuns: 500 },
    );
  });

  it('shows a whole stretch of the log at every moment, in order and nothing twice', () => {
    fc.assert(
      fc.property(deliveries, ({ w, inputs }) => {
        let state = emptyConversation(c, w.anchor);
        let held = heldUpTo(state);
        for (const input of inputs) {
          state = apply(state, input);
          expect(heldUpTo(state)).toBeGreaterThanOrEqual(held);
          held = heldUpTo(state);
          const shown = shownEvents(state).map(({ seq }) => seq);
          expect(shown).toEqual(slice(w, shownSpan(state).after, held).map(({ seq }) => seq));
        }
      }),
    );
  });

  it('returns the very same state when nothing is new', () => {
    const state = apply(emptyConversation(c), { t: 'seen', c, who: 'staff', delivered: 3, read: 2 });
    expect(apply(state, { t: 'seen', c, who: 'staff', delivered: 2, read: 1 })).toBe(state);
    expect(apply(state, { t: 'pong' })).toBe(state);
  });
});
