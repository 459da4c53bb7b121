import { Answers, AnswersQuery } from '../../../contract/help.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { answerQuestion } from '../answer-question.ts';

export function registerAnswers(app: App, deps: Deps): void {
  app.get(
    '/api/help/answers',
    {
      schema: {
        tags: ['help'],
        summary: 'Answer a question',
        description:
          'The articles that answer it, best first, each with the sentence that does; whether the best fits at all, and how urgent the question is.',
        querystring: AnswersQuery,
        response: { 200: Answers },
      },
    },
    async (request) => {
      const { q, topic, lang, limit } = request.query;
      return answerQuestion(deps, { question: q, topic, limit, locale: lang ?? request.locale });
    },
  );
}
