import { z } from 'zod';
import { Done, refusals } from '../../../contract/answers.ts';
import { ChangeTopic, EditableTopic, NewTopic, Topic, TopicId } from '../../../contract/topics.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { changeTopic } from '../change-topic.ts';
import { createTopic } from '../create-topic.ts';
import { listEditableTopics, listTopics } from '../list-topics.ts';

const tags = ['topics'];
const params = z.object({ id: TopicId });
const url = '/api/desk/admin/topics';

export function registerTopicsRoutes(app: App, deps: Deps): void {
  app.get('/api/topics', {
    schema: {
      tags,
      summary: 'The topics, in the caller’s language',
      response: { 200: z.object({ rows: z.array(Topic) }), ...refusals },
    },
    handler: async (request) => ({ rows: await listTopics(deps.sql, request.locale) }),
  });
  const onRequest = requireStaff(deps, 'topic.manage');
  app.get(url, {
    onRequest,
    schema: {
      tags,
      summary: 'All topics with their texts in every language',
      response: { 200: z.object({ rows: z.array(EditableTopic) }), ...refusals },
    },
    handler: async () => ({ rows: await listEditableTopics(deps.sql) }),
  });
  app.post(url, {
    onRequest,
    schema: {
      tags,
      summary: 'Create a topic',
      body: NewTopic,
      response: { 201: EditableTopic, ...refusals },
    },
    handler: async (request, reply) => reply.code(201).send(await createTopic(deps, request, request.body)),
  });
  app.patch(`${url}/:id`, {
    onRequest,
    schema: {
      tags,
      summary: 'Change a topic, or take it in or out of use with `archived`',
      params,
      body: ChangeTopic,
      response: { 200: EditableTopic, ...refusals },
    },
    handler: async (request) => changeTopic(deps, request, request.params.id, request.body),
  });
  app.delete(`${url}/:id`, {
    onRequest,
    schema: { tags, summary: 'Take a topic out of use', params, response: { 204: Done, ...refusals } },
    handler: async (request, reply) => {
      await changeTopic(deps, request, request.params.id, { archived: true });
      return reply.code(204).send(null);
    },
  });
}
