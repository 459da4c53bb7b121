import { z } from 'zod';
import { Done, refusals } from '../../../contract/answers.ts';
import {
  CannedReplies,
  CannedReply,
  ChangeSharedReply,
  NewSharedReply,
  placeholders,
} from '../../../contract/canned.ts';
import { Id } from '../../../contract/ids.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { deleteReply } from '../delete-reply.ts';
import { listShared } from '../list-replies.ts';
import { changeReply, createReply } from '../write-reply.ts';

const tags = ['canned replies'];
const params = z.object({ id: Id });
const url = '/api/desk/admin/canned-replies';

export function registerSharedReplies(app: App, deps: Deps): void {
  const onRequest = requireStaff(deps, 'canned.manage');
  app.get(url, {
    onRequest,
    schema: {
      tags,
      summary: 'The canned replies of everybody and of all teams',
      response: { 200: CannedReplies, ...refusals },
    },
    handler: async () => ({ rows: await listShared(deps.sql), placeholders: [...placeholders] }),
  });
  app.post(url, {
    onRequest,
    schema: {
      tags,
      summary: 'Add a shared canned reply',
      body: NewSharedReply,
      response: { 201: CannedReply, ...refusals },
    },
    handler: async (request, reply) =>
      reply.code(201).send(await createReply(deps, request, 'shared', request.body)),
  });
  app.patch(`${url}/:id`, {
    onRequest,
    schema: {
      tags,
      summary: 'Change a shared canned reply',
      params,
      body: ChangeSharedReply,
      response: { 200: CannedReply, ...refusals },
    },
    handler: async (request) => changeReply(deps, request, 'shared', request.params.id, request.body),
  });
  app.delete(`${url}/:id`, {
    onRequest,
    schema: { tags, summary: 'Delete a shared canned reply', params, response: { 204: Done, ...refusals } },
    handler: async (request, reply) => {
      await deleteReply(deps, request, 'shared', request.params.id);
      return reply.code(204).send(null);
    },
  });
}
