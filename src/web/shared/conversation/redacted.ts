import type { Event } from '../../../contract/events.ts';
import { withoutParts } from '../../../contract/without-parts.ts';

type Redaction = Extract<Event, { type: 'message.redacted' | 'note.redacted' }>;

const isRedaction = (event: Event): event is Redaction =>
  event.type === 'message.redacted' || event.type === 'note.redacted';

/** What is left of a line; one that was fetched after the redaction is so already. */
function leftOf(event: Event, { id, body }: Redaction): Event {
  if (event.type !== 'message.posted' && event.type !== 'note.added') return event;
  const { redactions = [], text } = event.body;
  if (redactions.includes(id)) return event;
  const left = withoutParts(text, body.parts, body.mark);
  return { ...event, body: { ...event.body, text: left, redactions: [...redactions, id] } } as Event;
}

/** Takes out of the lines a page holds what was taken out of the log. @param events ascending by seq */
export function redacted(events: readonly Event[]): readonly Event[] {
  const redactions = events.filter(isRedaction);
  if (redactions.length === 0) return events;
  return events.map((event) =>
    redactions
      .filter(({ body }) => body.seq === event.seq)
      .reduce((line, redaction) => leftOf(line, redaction), event),
  );
}
