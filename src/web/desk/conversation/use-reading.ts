import { useEffect, useRef, useState } from 'react';
import { type ConversationState, heldUpTo, shownEvents } from '../../shared/conversation/state.ts';
import { connection } from '../live/connection.ts';
import { isSpoken } from './lines.ts';

/** How long the end must be in sight before it counts as read: walking past with J and K does not. */
const LOOK_MS = 600;

const ask = () => document.visibilityState === 'visible' && document.hasFocus();

/** Whether somebody is looking at this page. */
function useInFront(): boolean {
  const [inFront, setInFront] = useState(ask);
  useEffect(() => {
    const update = () => setInFront(ask());
    const events = ['focus', 'blur', 'visibilitychange'] as const;
    for (const event of events) window.addEventListener(event, update);
    document.addEventListener('visibilitychange', update);
    return () => {
      for (const event of events) window.removeEventListener(event, update);
      document.removeEventListener('visibilitychange', update);
    };
  }, []);
  return inFront;
}

/**
 * Tells the server what was seen: read when the end is in sight of somebody who is looking, delivered otherwise.
 * Answers how many of the customer's messages came below the fold since the end was last in sight.
 */
export function useReading(c: string, state: ConversationState, atEnd: boolean): number {
  const held = heldUpTo(state);
  const inFront = useInFront();
  const reading = inFront && atEnd;
  const [seenUpTo, setSeenUpTo] = useState(held);
  const told = useRef('');
  useEffect(() => {
    if (atEnd) setSeenUpTo(held);
  }, [atEnd, held]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const read = reading ? Math.max(held, state.receipts.staff.read) : state.receipts.staff.read;
      const tell = `${held} ${read}`;
      if (held === 0 || told.current === tell) return;
      if (connection.send({ t: 'seen', c, delivered: held, read })) told.current = tell;
    }, LOOK_MS);
    return () => clearTimeout(timer);
  }, [c, held, reading, state.receipts.staff.read]);
  return shownEvents(state).filter(
    (event) => event.seq > seenUpTo && event.actor.kind === 'customer' && isSpoken(event),
  ).length;
}
