import { ANSWER_MAX } from '../../contract/events.ts';
import type { FoundArticle } from '../../contract/help.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import { answerQuestion } from '../help/answer-question.ts';
import { noteUnanswered } from '../questions/note-unanswered.ts';
import { answerId } from './derived-id.ts';

interface Asked {
  conversationId: string;
  question: string;
  locale: Locale;
}

/** The article that answers, if one does and the question can wait for somebody to read it. Editors learn of what none answers. */
async function findAnswer(deps: Deps, { question, locale }: Asked): Promise<FoundArticle | null> {
  const { rows, fits, urgency } = await answerQuestion(deps, { question, locale, limit: 1, thorough: true });
  if (!fits) await noteUnanswered(deps, { question, locale });
  return fits && urgency !== 'P1' ? (rows[0] ?? null) : null;
}

/**
 * Puts an answer from the articles below a customer's first message, once, while nobody of us is there. The message is
 * on the log and in the queue before: whatever goes wrong here is only logged.
 */
export async function offerAnswer(deps: Deps, asked: Asked): Promise<void> {
  const { conversationId } = asked;
  try {
    const found = await findAnswer(deps, asked);
    if (found === null) return;
    const { id, topic, locale, title } = found;
    const sentence = found.sentence.slice(0, ANSWER_MAX).toWellFormed();
    await deps.log.submit({
      conversationId,
      id: answerId(conversationId),
      at: deps.clock.now().toISOString(),
      actor: { kind: 'system' },
      command: { kind: 'offer', article: { id, topic, locale, title }, sentence },
    });
  } catch (error) {
    deps.logger.error({ err: error, conversationId }, 'no answer could be offered');
  }
}
