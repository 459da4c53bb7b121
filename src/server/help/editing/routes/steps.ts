import { ArchiveArticle, KeepRevision, ScheduleArticle } from '../../../../contract/editing.ts';
import { requireStaff } from '../../../agents/require-staff.ts';
import type { Deps } from '../../../deps.ts';
import type { App } from '../../../platform/http.ts';
import { archiveArticle, unarchiveArticle } from '../archive-article.ts';
import { publishArticle } from '../publish-article.ts';
import { returnArticle, submitArticle } from '../review-article.ts';
import { scheduleArticle, unscheduleArticle } from '../schedule-article.ts';
import { answers, params, step, tags, url } from './articles.ts';

/** The way of an article to customers and away from them: review, publication now or later, archive. */
export function registerSteps(app: App, deps: Deps): void {
  const mayEdit = requireStaff(deps, 'article.edit');
  const mayPublish = requireStaff(deps, 'article.publish');
  app.put(`${url}/:id/review`, {
    onRequest: mayEdit,
    schema: { tags, summary: 'Hand in for review', params, body: KeepRevision, response: answers },
    handler: async (request) => submitArticle(deps, request, { ...request.body, ...request.params }),
  });
  app.delete(`${url}/:id/review`, {
    onRequest: mayEdit,
    schema: { tags, summary: 'Give back, with a note', params, body: KeepRevision, response: answers },
    handler: async (request) => returnArticle(deps, request, { ...request.body, ...request.params }),
  });
  app.post(`${url}/:id/publish`, {
    onRequest: mayPublish,
    schema: { ...step('Publish the working copy now'), body: KeepRevision },
    handler: async (request) => publishArticle(deps, request, { ...request.body, ...request.params }),
  });
  app.put(`${url}/:id/schedule`, {
    onRequest: mayPublish,
    schema: {
      tags,
      summary: 'Publish the text as it is now at a later time',
      params,
      body: ScheduleArticle,
      response: answers,
    },
    handler: async (request) =>
      scheduleArticle(deps, request, { ...request.body, ...request.params }, new Date(request.body.for)),
  });
  app.delete(`${url}/:id/schedule`, {
    onRequest: mayPublish,
    schema: step('Take back what was to be published later'),
    handler: async (request) => unscheduleArticle(deps, request, { ...request.body, ...request.params }),
  });
  app.put(`${url}/:id/archive`, {
    onRequest: mayPublish,
    schema: {
      tags,
      summary: 'Take an article out of use; its links lead to the replacement',
      params,
      body: ArchiveArticle,
      response: answers,
    },
    handler: async (request) =>
      archiveArticle(deps, request, { ...request.body, ...request.params }, request.body.replacement),
  });
  app.delete(`${url}/:id/archive`, {
    onRequest: mayPublish,
    schema: step('Bring an archived article back as a draft'),
    handler: async (request) => unarchiveArticle(deps, request, { ...request.body, ...request.params }),
  });
}
