import { z } from 'zod';
import { Done, refusals } from '../../../contract/answers.ts';
import { Id } from '../../../contract/ids.ts';
import { StaffSession } from '../../../contract/staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { listSessions } from '../list-sessions.ts';
import { requireStaff } from '../require-staff.ts';
import { revokeSession } from '../revoke-session.ts';

const tags = ['me'];

export function registerSessions(app: App, deps: Deps): void {
  const onRequest = requireStaff(deps);
  app.get('/api/desk/sessions', {
    onRequest,
    schema: {
      tags,
      summary: 'Where I am signed in',
      response: { 200: z.object({ rows: z.array(StaffSession) }), ...refusals },
    },
    handler: async (request) => ({ rows: await listSessions(deps, request.staff) }),
  });
  app.delete('/api/desk/sessions/:id', {
    onRequest,
    schema: {
      tags,
      summary: 'End one of my sessions; its sockets close',
      params: z.object({ id: Id }),
      response: { 204: Done, ...refusals },
    },
    handler: async (request, reply) => {
      await revokeSession(deps, request, request.params.id);
      return reply.code(204).send(null);
    },
  });
}
