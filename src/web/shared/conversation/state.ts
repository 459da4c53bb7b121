import type { Receipt } from '../../../contract/conversations.ts';
import type { Event } from '../../../contract/events.ts';
import type { ServerFrame } from '../../../contract/frames.ts';

export type EventsFrame = Extract<ServerFrame, { t: 'events' }>;

/** A stretch of the log that is held whole: everything after `after`, up to and with `upTo`. */
export interface Span {
  readonly after: number;
  readonly upTo: number;
}

/** What this page knows of one conversation. Changed by `apply` only; equal knowledge is equal data, however it came. */
export interface ConversationState {
  readonly c: string;
  /** Where following began (0: the beginning; a list row begins at its end, an opened one near it). */
  readonly anchor: number;
  /** Disjoint, ascending. One of them holds the anchor. */
  readonly spans: readonly Span[];
  /** Ascending by seq, each once; also those beyond a hole, which are not shown yet. */
  readonly events: readonly Event[];
  readonly receipts: { readonly customer: Receipt; readonly staff: Receipt };
  /** Messages known to be committed whose event has not arrived, by message id. */
  readonly acked: Readonly<Record<string, { readonly seq: number; readonly at: string }>>;
}

const nothing: Receipt = { delivered: 0, read: 0 };

/** A conversation of which nothing after `anchor` is known. */
export const emptyConversation = (c: string, anchor = 0): ConversationState => ({
  c,
  anchor,
  spans: [{ after: anchor, upTo: anchor }],
  events: [],
  receipts: { customer: nothing, staff: nothing },
  acked: {},
});

const none: Span = { after: 0, upTo: 0 };

/** The stretch that is on the screen: the one around the anchor. */
export const shownSpan = ({ spans, anchor }: ConversationState): Span =>
  spans.find(({ after, upTo }) => after <= anchor && anchor <= upTo) ?? none;

/** Up to where the log is held without a hole: what to resume from. */
export const heldUpTo = (state: ConversationState): number => shownSpan(state).upTo;

/** Whether there is something before what is shown. */
export const hasEarlier = (state: ConversationState): boolean => shownSpan(state).after > 0;

/** The events on the screen, ascending. */
export function shownEvents(state: ConversationState): readonly Event[] {
  const { after, upTo } = shownSpan(state);
  const { events } = state;
  const first = events[0]?.seq ?? 0;
  const last = events.at(-1)?.seq ?? 0;
  return first > after && last <= upTo ? events : events.filter(({ seq }) => seq > after && seq <= upTo);
}
