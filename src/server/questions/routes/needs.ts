import { refusals } from '../../../contract/answers.ts';
import { Decided, SettleUnanswered, WritingNeeds } from '../../../contract/questions.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { listNeeds } from '../list-needs.ts';
import { settleUnanswered } from '../settle-unanswered.ts';

const tags = ['help'];

export function registerNeeds(app: App, deps: Deps): void {
  const onRequest = requireStaff(deps, 'article.edit');
  app.get('/api/desk/writing-needs', {
    onRequest,
    schema: {
      tags,
      summary: 'What to write next: questions without an answer, and articles that did not help',
      response: { 200: WritingNeeds, ...refusals },
    },
    handler: async (request) => listNeeds(deps, request.locale),
  });
  app.post('/api/desk/unanswered-questions/decisions', {
    onRequest,
    schema: {
      tags,
      summary: 'Put questions without an answer away, or give them to the article that answers them',
      body: SettleUnanswered,
      response: { 200: Decided, ...refusals },
    },
    handler: async (request) => settleUnanswered(deps, request, request.body),
  });
}
