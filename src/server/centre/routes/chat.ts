import { WhyNot } from '../../../contract/help.ts';
import { Id } from '../../../contract/ids.ts';
import type { Deps } from '../../deps.ts';
import { readArticle } from '../../help/read-article.ts';
import type { App } from '../../platform/http.ts';
import { readOfficial } from '../../trust/read-channels.ts';
import { type ChatStart, chatPage } from '../pages/chat.ts';
import { urgentReason } from '../urgent.ts';
import { openView, textOf, type View } from '../view.ts';
import { answer, hidden } from './pages.ts';

/** What the customer would otherwise have to type again: the article that failed, their question, the reason. */
async function fromArticle(deps: Deps, { t, locale, query }: View): Promise<Partial<ChatStart>> {
  const article = await readArticle(deps, textOf(query, 'article', 80), locale);
  if (article === null) return {};
  const question = textOf(query, 'q');
  const why = WhyNot.safeParse(query.get('why')).data ?? 'person';
  const lines = [
    t('article.question', { title: article.title }),
    ...(question === '' ? [] : [t('article.asked', { question })]),
    ...(why !== 'person' ? [t('article.because', { why: t(`article.why.${why}`) })] : []),
  ];
  return { topic: article.topic, question: lines.join('\n') };
}

function fromUrgency({ t, topics, query }: View): Partial<ChatStart> {
  const reason = urgentReason(textOf(query, 'urgent', 20));
  if (reason === undefined) return {};
  const topic = reason.topics.find((id) => topics.some((known) => known.id === id)) ?? null;
  return { topic, question: t(`urgent.${reason.id}Question`), urgent: true };
}

/** An article or the customer's own words called for a person at once. */
const isUrgent = (by: string | null): boolean => by === 'article' || by === 'question';

/** Where a chat starts from: a conversation, an urgent reason, an article that did not help, or a question. */
export async function chatStart(deps: Deps, view: View): Promise<ChatStart> {
  const { query, topics } = view;
  const topic = textOf(query, 'topic', 60);
  return {
    conversation: Id.safeParse(query.get('c')).data ?? null,
    topic: topics.some(({ id }) => id === topic) ? topic : null,
    transaction: textOf(query, 'transaction', 64),
    question: textOf(query, 'q'),
    urgent: isUrgent(query.get('urgent')),
    ...(await fromArticle(deps, view)),
    ...fromUrgency(view),
  };
}

export function registerChat(app: App, deps: Deps): void {
  app.get('/chat', hidden, async (request, reply) => {
    const view = await openView(deps, request);
    const [start, { domains }] = await Promise.all([chatStart(deps, view), readOfficial(deps)]);
    return answer(request, reply, view, chatPage(view, start, domains));
  });
}
