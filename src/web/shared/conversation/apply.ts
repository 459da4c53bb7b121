import type { EventsPage, Receipt } from '../../../contract/conversations.ts';
import type { Event } from '../../../contract/events.ts';
import type { ServerFrame } from '../../../contract/frames.ts';
import { redacted } from './redacted.ts';
import type { ConversationState, Span } from './state.ts';

type Piece = Pick<EventsPage, 'after' | 'upTo' | 'events'>;

function joinSpans(spans: readonly Span[], added: Span): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans, added].sort((a, b) => a.after - b.after)) {
    const last = joined.at(-1);
    if (last === undefined || span.after > last.upTo) joined.push(span);
    else if (span.upTo > last.upTo) joined[joined.length - 1] = { after: last.after, upTo: span.upTo };
  }
  return joined;
}

function joinEvents(held: readonly Event[], arrived: readonly Event[]): readonly Event[] {
  const seqs = new Set(held.map(({ seq }) => seq));
  const fresh: Event[] = [];
  for (const event of arrived) {
    if (seqs.has(event.seq)) continue;
    seqs.add(event.seq);
    fresh.push(event);
  }
  if (fresh.length === 0) return held;
  const appended = [...held, ...fresh];
  return redacted(appended.sort((a, b) => a.seq - b.seq));
}

const covered = (spans: readonly Span[], seq: number) =>
  spans.some(({ after, upTo }) => after < seq && seq <= upTo);

function withoutArrived(
  acked: ConversationState['acked'],
  spans: readonly Span[],
): ConversationState['acked'] {
  const waiting = Object.entries(acked).filter(([, { seq }]) => !covered(spans, seq));
  return waiting.length === Object.keys(acked).length ? acked : Object.fromEntries(waiting);
}

function applyPiece(state: ConversationState, { after, upTo, events }: Piece): ConversationState {
  const spans = joinSpans(state.spans, { after, upTo: Math.max(after, upTo) });
  return {
    ...state,
    spans,
    events: joinEvents(state.events, events),
    acked: withoutArrived(state.acked, spans),
  };
}

const furthest = (a: Receipt, b: Receipt): Receipt =>
  b.delivered <= a.delivered && b.read <= a.read
    ? a
    : { delivered: Math.max(a.delivered, b.delivered), read: Math.max(a.read, b.read) };

function applyReceipts(
  state: ConversationState,
  { customer, staff }: EventsPage['receipts'],
): ConversationState {
  const receipts = {
    customer: furthest(state.receipts.customer, customer),
    staff: furthest(state.receipts.staff, staff),
  };
  const same = receipts.customer === state.receipts.customer && receipts.staff === state.receipts.staff;
  return same ? state : { ...state, receipts };
}

function applyAck(state: ConversationState, id: string, seq: number, at: string): ConversationState {
  if (covered(state.spans, seq) || state.acked[id] !== undefined) return state;
  return { ...state, acked: { ...state.acked, [id]: { seq, at } } };
}

/**
 * The one way a conversation's state changes: first load (a page) and live frames alike. Idempotent, and the order
 * does not matter: whatever was cut, repeated or swapped on the way, the same knowledge gives the same state as
 * fetching it anew. Frames of other conversations and of other kinds change nothing.
 */
export function apply(state: ConversationState, input: EventsPage | ServerFrame): ConversationState {
  if (!('c' in input) || input.c !== state.c) return state;
  if (!('t' in input)) return applyReceipts(applyPiece(state, input), input.receipts);
  if (input.t === 'events') return applyPiece(state, input);
  if (input.t === 'ack') return applyAck(state, input.id, input.seq, input.at);
  if (input.t !== 'seen') return state;
  const { delivered, read } = input;
  return applyReceipts(state, { ...state.receipts, [input.who]: { delivered, read } });
}
