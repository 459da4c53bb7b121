import { z } from 'zod';
import { Done, refusals } from '../../../contract/answers.ts';
import {
  CannedReplies,
  CannedReply,
  ChangePersonalReply,
  NewPersonalReply,
  placeholders,
} from '../../../contract/canned.ts';
import { Id } from '../../../contract/ids.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { deleteReply } from '../delete-reply.ts';
import { listUsable } from '../list-replies.ts';
import { changeReply, createReply } from '../write-reply.ts';

const tags = ['canned replies'];
const params = z.object({ id: Id });
const url = '/api/desk/canned-replies';

export function registerPersonalReplies(app: App, deps: Deps): void {
  const onRequest = requireStaff(deps, 'conversation.reply');
  app.get(url, {
    onRequest,
    schema: {
      tags,
      summary: 'The canned replies I can use: shared ones, my teams’ and my own',
      response: { 200: CannedReplies, ...refusals },
    },
    handler: async (request) => ({
      rows: await listUsable(deps.sql, request.staff),
      placeholders: [...placeholders],
    }),
  });
  app.post(url, {
    onRequest,
    schema: {
      tags,
      summary: 'Add a canned reply of my own',
      body: NewPersonalReply,
      response: { 201: CannedReply, ...refusals },
    },
    handler: async (request, reply) =>
      reply.code(201).send(await createReply(deps, request, 'personal', request.body)),
  });
  app.patch(`${url}/:id`, {
    onRequest,
    schema: {
      tags,
      summary: 'Change a canned reply of my own',
      params,
      body: ChangePersonalReply,
      response: { 200: CannedReply, ...refusals },
    },
    handler: async (request) => changeReply(deps, request, 'personal', request.params.id, request.body),
  });
  app.delete(`${url}/:id`, {
    onRequest,
    schema: {
      tags,
      summary: 'Delete a canned reply of my own',
      params,
      response: { 204: Done, ...refusals },
    },
    handler: async (request, reply) => {
      await deleteReply(deps, request, 'personal', request.params.id);
      return reply.code(204).send(null);
    },
  });
}
