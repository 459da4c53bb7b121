import { z } from 'zod';
import { refusals } from '../../../../contract/answers.ts';
import { KeepRevision, RestoreRevision, RevisionContent, Revisions } from '../../../../contract/editing.ts';
import { Slug } from '../../../../contract/help.ts';
import { requireStaff } from '../../../agents/require-staff.ts';
import type { Deps } from '../../../deps.ts';
import type { App } from '../../../platform/http.ts';
import { keepRevision } from '../keep-revision.ts';
import { readRevision, readRevisions } from '../read-revisions.ts';
import { restoreRevision } from '../restore-revision.ts';
import { answers, params, tags, url } from './articles.ts';

const oneParams = z.object({ id: Slug, number: z.coerce.number().int().min(1).max(2_147_483_647) });

/** Texts of an article that were kept. Two of them are compared by whoever shows them. */
export function registerRevisions(app: App, deps: Deps): void {
  const mayRead = requireStaff(deps, 'article.read');
  const mayEdit = requireStaff(deps, 'article.edit');
  app.get(`${url}/:id/revisions`, {
    onRequest: mayRead,
    schema: {
      tags,
      summary: 'What was kept of an article',
      params,
      response: { 200: Revisions, ...refusals },
    },
    handler: async (request) => ({ rows: await readRevisions(deps.sql, request.params.id) }),
  });
  app.get(`${url}/:id/revisions/:number`, {
    onRequest: mayRead,
    schema: {
      tags,
      summary: 'A text that was kept',
      params: oneParams,
      response: { 200: RevisionContent, ...refusals },
    },
    handler: async (request) => readRevision(deps.sql, request.params.id, request.params.number),
  });
  app.post(`${url}/:id/revisions`, {
    onRequest: mayEdit,
    schema: { tags, summary: 'Keep the working copy', params, body: KeepRevision, response: answers },
    handler: async (request) =>
      keepRevision(deps, request, { ...request.body, ...request.params }, request.body.note),
  });
  app.post(`${url}/:id/restore`, {
    onRequest: mayEdit,
    schema: {
      tags,
      summary: 'Make an earlier text the working copy',
      params,
      body: RestoreRevision,
      response: answers,
    },
    handler: async (request) =>
      restoreRevision(deps, request, { ...request.body, ...request.params }, request.body.revision),
  });
}
