import type { TFunction } from 'i18next';
import type { Actor } from '../../../contract/events.ts';
import { currentLocale } from '../i18n.ts';
import type { Quiet } from './lines.ts';

interface Names {
  readonly t: TFunction;
  readonly customer: string;
  readonly topic: (id: string | null) => string | null;
}

const list = (items: readonly string[]) =>
  new Intl.ListFormat(currentLocale(), { type: 'unit', style: 'short' }).format(items);

/** How an actor is called in a line. */
export function actorName(actor: Actor, { t, customer }: Pick<Names, 't' | 'customer'>): string {
  if (actor.kind === 'agent') return actor.name;
  return actor.kind === 'customer' ? customer : t('timeline.system');
}

type Assigned = Extract<Quiet, { type: 'conversation.assigned' }>;

function assignedText({ actor, body }: Assigned, who: string, t: TFunction): string {
  const { agent, team, why } = body;
  if (why !== undefined) return t(why === 'gone' ? 'timeline.returnedGone' : 'timeline.returnedSilent');
  if (agent !== null && actor.kind === 'agent' && actor.id === agent.id)
    return t('timeline.claimed', { who });
  if (agent !== null && team !== null)
    return t('timeline.assignedBoth', { who, agent: agent.name, team: team.name });
  if (agent !== null) return t('timeline.assignedAgent', { who, agent: agent.name });
  return team !== null
    ? t('timeline.assignedTeam', { who, team: team.name })
    : t('timeline.handedBack', { who });
}

type Tagged = Extract<Quiet, { type: 'conversation.tagged' }>;

function taggedText({ body: { added, removed } }: Tagged, who: string, t: TFunction): string {
  const parts = [
    ...(added.length > 0 ? [t('timeline.tagsAdded', { tags: list(added) })] : []),
    ...(removed.length > 0 ? [t('timeline.tagsRemoved', { tags: list(removed) })] : []),
  ];
  return t('timeline.tagged', { who, what: list(parts) });
}

/** What a quiet line says: everything that happened to a conversation and is not words. */
export function quietText(event: Quiet, names: Names): string {
  const { t, topic } = names;
  const who = actorName(event.actor, names);
  switch (event.type) {
    case 'conversation.started': {
      const about = topic(event.body.topic);
      return list([
        t('timeline.started', { who, channel: t(`channel.${event.body.channel}`) }),
        ...(about ? [about] : []),
      ]);
    }
    case 'conversation.assigned':
      return assignedText(event, who, t);
    case 'conversation.tagged':
      return taggedText(event, who, t);
    case 'priority.changed':
      return t('timeline.priority', { who, priority: t(`priority.${event.body.priority}`) });
    case 'answer.offered':
      return t('timeline.answerOffered', { title: event.body.article.title, sentence: event.body.sentence });
    case 'answer.judged':
      return t(`timeline.verdict.${event.body.verdict}`, { who });
    case 'message.redacted':
    case 'note.redacted':
      return t('timeline.redacted', { who });
    case 'conversation.resolved':
      return t('timeline.resolved', { who });
    case 'conversation.reopened':
      return t('timeline.reopened', { who });
  }
}
