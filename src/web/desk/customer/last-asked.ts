import type { Event } from '../../../contract/events.ts';

/** People say hello, ask, and add a word: so many of their last messages are one question. */
const TOGETHER = 3;
const LONGEST = 500;

/** What the customer wrote last, as one question; '' while they wrote nothing. */
export function lastAsked(events: readonly Event[]): string {
  const said = events.flatMap((event) =>
    event.type === 'message.posted' && event.actor.kind === 'customer' ? event.body.text : [],
  );
  return said.slice(-TOGETHER).join('\n').slice(-LONGEST).trim();
}
