/** @jsxImportSource preact */
import type { Event } from '../../../contract/events.ts';
import type { ChatWords } from '../words.ts';
import { useWords } from '../words.ts';

function wordsFor({ t }: ChatWords, event: Event, caseNumber: string): string {
  switch (event.type) {
    case 'conversation.started':
      return caseNumber === '' ? t('talk.startedPlain') : t('talk.started', { number: caseNumber });
    case 'conversation.assigned': {
      const { agent, why } = event.body;
      if (agent !== null) return t('talk.assigned', { name: agent.name, number: agent.staffNumber });
      return why === undefined ? t('talk.unassigned') : t('talk.returned');
    }
    case 'message.redacted':
      return t('talk.redacted');
    case 'conversation.resolved':
      return event.actor.kind === 'customer' ? t('talk.resolvedByMe') : t('talk.resolved');
    case 'conversation.reopened':
      return t('talk.reopened');
    default:
      return '';
  }
}

/** Something that happened to the conversation, as a quiet line. */
export function Happening({ event, caseNumber }: { event: Event; caseNumber: string }) {
  const words = useWords();
  return (
    <p class="happening">
      {wordsFor(words, event, caseNumber)} <time dateTime={event.at}>{words.time(event.at)}</time>
    </p>
  );
}
