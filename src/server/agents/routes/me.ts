import { Done, refusals } from '../../../contract/answers.ts';
import { ChangeMe, ChangePassword, Me, SetPresence } from '../../../contract/staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { changeMe } from '../change-me.ts';
import { changePassword } from '../change-password.ts';
import { requireStaff } from '../require-staff.ts';
import { setPresence } from '../set-presence.ts';
import { setStaffCookie } from '../staff-cookie.ts';
import { whoAmI } from '../who-am-i.ts';

const tags = ['me'];

export function registerMe(app: App, deps: Deps): void {
  const onRequest = requireStaff(deps);
  app.get('/api/desk/me', {
    onRequest,
    schema: { tags, summary: 'Who I am and what I may do', response: { 200: Me, ...refusals } },
    handler: async (request) => whoAmI(deps.sql, request.staff.id),
  });
  app.patch('/api/desk/me', {
    onRequest,
    schema: { tags, summary: 'Set my language', body: ChangeMe, response: { 200: Me, ...refusals } },
    handler: async (request) => {
      await changeMe(deps, request, request.body);
      return whoAmI(deps.sql, request.staff.id);
    },
  });
  app.put('/api/desk/me/password', {
    onRequest,
    schema: {
      tags,
      summary: 'Change my password; my other sessions end',
      body: ChangePassword,
      response: { 204: Done, ...refusals },
    },
    handler: async (request, reply) => {
      setStaffCookie(reply, deps.config, await changePassword(deps, request, request.body));
      return reply.code(204).send(null);
    },
  });
  app.put('/api/desk/me/presence', {
    onRequest: requireStaff(deps, 'presence.set'),
    schema: {
      tags,
      summary: 'Say whether I take conversations',
      body: SetPresence,
      response: { 204: Done, ...refusals },
    },
    handler: async (request, reply) => {
      await setPresence(deps, request, request.body.presence);
      return reply.code(204).send(null);
    },
  });
}
