import { z } from 'zod';
import { refusals } from '../../contract/answers.ts';
import {
  ChangeTerm,
  EditableTerm,
  EditableTerms,
  Glossary,
  GlossaryQuery,
  NewTerm,
  OnTermVersion,
} from '../../contract/glossary.ts';
import { Slug } from '../../contract/help.ts';
import { requireStaff } from '../agents/require-staff.ts';
import type { Deps } from '../deps.ts';
import type { App } from '../platform/http.ts';
import { glossaryIn } from './glossary.ts';
import { archiveTerm, changeTerm, createTerm, listTerms } from './write-term.ts';

const tags = ['glossary'];
const params = z.object({ id: Slug });
const url = '/api/desk/glossary';
const response = { 200: EditableTerm, ...refusals };

function registerEditing(app: App, deps: Deps): void {
  // What is written here customers read at once, as it is with publishing.
  const onRequest = requireStaff(deps, 'article.publish');
  app.post(url, {
    onRequest,
    schema: { tags, summary: 'Add a term', body: NewTerm, response: { 201: EditableTerm, ...refusals } },
    handler: async (request, reply) => reply.code(201).send(await createTerm(deps, request, request.body)),
  });
  app.put(`${url}/:id`, {
    onRequest,
    schema: {
      tags,
      summary: 'Change a term',
      description: 'Refused with `term-edited-meanwhile` when somebody changed it after `version`.',
      params,
      body: ChangeTerm,
      response,
    },
    handler: async (request) => changeTerm(deps, request, request.params.id, request.body),
  });
  for (const [method, archived, summary] of [
    ['PUT', true, 'Take a term out of use'],
    ['DELETE', false, 'Bring an archived term back'],
  ] as const) {
    app.route({
      method,
      url: `${url}/:id/archive`,
      onRequest,
      schema: { tags, summary, params, body: OnTermVersion, response },
      handler: async (request) =>
        archiveTerm(deps, request, { ...request.body, ...request.params }, archived),
    });
  }
}

/** The glossary's API: what everybody reads, and its editing. */
export function registerGlossaryRoutes(app: App, deps: Deps): void {
  app.get('/api/help/glossary', {
    schema: {
      tags: ['help'],
      summary: 'List the terms of the glossary',
      querystring: GlossaryQuery,
      response: { 200: Glossary },
    },
    handler: async (request) => ({
      rows: [...(await glossaryIn(deps, request.query.lang ?? request.locale))],
    }),
  });
  app.get(url, {
    onRequest: requireStaff(deps, 'article.read'),
    schema: {
      tags,
      summary: 'All terms with their words in every language, archived ones too',
      response: { 200: EditableTerms, ...refusals },
    },
    handler: async () => ({ rows: await listTerms(deps) }),
  });
  registerEditing(app, deps);
}
