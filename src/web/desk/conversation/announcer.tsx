import { useEffect, useRef, useState } from 'react';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import type { ConversationState } from '../../shared/conversation/state.ts';

/** Reads new customer messages out to screen readers, once each; history that is being loaded stays silent. */
export function Announcer({ summary, state }: { summary: ConversationSummary; state: ConversationState }) {
  const [words, setWords] = useState('');
  const last = state.events.findLast(
    (event) => event.type === 'message.posted' && event.actor.kind === 'customer',
  );
  const heard = useRef<number | null>(null);
  useEffect(() => {
    if (last === undefined || last.type !== 'message.posted') return;
    if (heard.current !== null && last.seq > heard.current)
      setWords(`${summary.customer.name}: ${last.body.text}`);
    heard.current = Math.max(last.seq, heard.current ?? 0);
  }, [last, summary.customer.name]);
  return (
    <div className="visually-hidden" role="log" aria-live="polite">
      {words}
    </div>
  );
}
