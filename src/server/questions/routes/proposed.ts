import { refusals } from '../../../contract/answers.ts';
import { Decided, DecideProposed, ProposedEffect, ProposedQuestions } from '../../../contract/questions.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { decideProposed } from '../decide-proposed.ts';
import { listProposed } from '../list-proposed.ts';
import { measureEffect } from '../measure-effect.ts';

const tags = ['help'];
const url = '/api/desk/proposed-questions';

export function registerProposed(app: App, deps: Deps): void {
  const onRequest = requireStaff(deps, 'article.edit');
  app.get(url, {
    onRequest,
    schema: {
      tags,
      summary:
        'Questions that customers asked, proposed as similar questions of the articles that answered them',
      response: { 200: ProposedQuestions, ...refusals },
    },
    handler: async (request) => listProposed(deps, request.locale),
  });
  app.get(`${url}/effect`, {
    onRequest,
    schema: {
      tags,
      summary: 'How many past questions find their article, before and after accepting all',
      response: { 200: ProposedEffect, ...refusals },
    },
    handler: async () => measureEffect(deps),
  });
  app.post(`${url}/decisions`, {
    onRequest,
    schema: {
      tags,
      summary: 'Accept or refuse proposed questions, many at once',
      body: DecideProposed,
      response: { 200: Decided, ...refusals },
    },
    handler: async (request) => decideProposed(deps, request, request.body),
  });
}
