import type { Priority } from '../../contract/events.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { urgencyOf } from '../help/ranking/urgency.ts';
import { listTopics } from '../topics/list-topics.ts';

interface Begun {
  /** The customer's own word, from the emergency lane. */
  urgent: boolean;
  topic: string | null;
  question: string;
  locale: Locale;
}

/**
 * How urgent a new conversation is. The customer's word and the words of the question decide; a topic that is urgent
 * comes before the ordinary.
 */
export async function triage(deps: Deps, { urgent, topic, question, locale }: Begun): Promise<Priority> {
  const said = urgencyOf(question);
  if (urgent || said === 'P1') return 'P1';
  if (said === 'P2') return 'P2';
  const topics = await listTopics(deps.sql, locale);
  return topics.some((one) => one.id === topic && one.urgent) ? 'P2' : 'normal';
}
