import type { Event } from '../../../contract/events.ts';
import { leftOf } from '../../../contract/left-of.ts';

type Redaction = Extract<Event, { type: 'message.redacted' | 'note.redacted' }>;

const isRedaction = (event: Event): event is Redaction =>
  event.type === 'message.redacted' || event.type === 'note.redacted';

/** What is left of a line; one that was fetched after the redaction is so already. */
function lineLeft(event: Event, { id, body }: Redaction): Event {
  if (event.type !== 'message.posted' && event.type !== 'note.added') return event;
  if (event.body.redactions?.includes(id)) return event;
  return { ...event, body: leftOf(event.body, body, id) } as Event;
}

/** Takes out of the lines a page holds what was taken out of the log. @param events ascending by seq */
export function redacted(events: readonly Event[]): readonly Event[] {
  const redactions = events.filter(isRedaction);
  if (redactions.length === 0) return events;
  return events.map((event) =>
    redactions
      .filter(({ body }) => body.seq === event.seq)
      .reduce((line, redaction) => lineLeft(line, redaction), event),
  );
}
