import type { Event } from '../../../contract/events.ts';
import type { OutboxItem } from '../outbox/item.ts';
import { type ConversationState, shownEvents } from './state.ts';

/** One line of a conversation on the screen: an event of the log, or something of ours that is not in it yet. */
export type TimelineEntry =
  | { readonly kind: 'event'; readonly key: string; readonly event: Event }
  | { readonly kind: 'mine'; readonly key: string; readonly item: OutboxItem };

/**
 * The log as it is shown, then what is on its way. Something acknowledged moves into the log under the same key,
 * so that its bubble stays the same element.
 */
export function timeline(state: ConversationState, outbox: readonly OutboxItem[]): TimelineEntry[] {
  const events = shownEvents(state);
  const seen = new Set(events.map(({ id }) => id));
  const log = events.map((event): TimelineEntry => ({ kind: 'event', key: event.id, event }));
  const mine = outbox.filter(({ id }) => !seen.has(id));
  return [...log, ...mine.map((item): TimelineEntry => ({ kind: 'mine', key: item.id, item }))];
}

/** How far a message of `side` has come on the other side's way to reading it. */
export function progressOf(
  seq: number,
  { receipts }: ConversationState,
  by: 'customer' | 'staff',
): 'sent' | 'delivered' | 'read' {
  const other = by === 'customer' ? receipts.staff : receipts.customer;
  if (other.read >= seq) return 'read';
  return other.delivered >= seq ? 'delivered' : 'sent';
}
