import { Done, refusals } from '../../../contract/answers.ts';
import { Me, ProofOfPerson, SignIn } from '../../../contract/staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { confirmSession } from '../confirm-session.ts';
import { requireStaff } from '../require-staff.ts';
import { signIn } from '../sign-in.ts';
import { signOut } from '../sign-out.ts';
import { clearStaffCookie, readStaffCookie, setStaffCookie } from '../staff-cookie.ts';
import { whoAmI } from '../who-am-i.ts';
import { originOf } from './origin-of.ts';

const tags = ['sign-in'];

export function registerSession(app: App, deps: Deps): void {
  app.post('/api/desk/session', {
    schema: {
      tags,
      summary: 'Sign in; `second-factor-needed` asks for the same again with `code`',
      body: SignIn,
      response: { 200: Me, ...refusals },
    },
    handler: async (request, reply) => {
      const earlier = readStaffCookie(request);
      const { token, staffId } = await signIn(deps, request.body, originOf(request), earlier);
      setStaffCookie(reply, deps.config, token);
      return reply.send(await whoAmI(deps.sql, staffId));
    },
  });
  app.post('/api/desk/session/confirmation', {
    onRequest: requireStaff(deps),
    schema: {
      tags,
      summary: 'Prove again who is there, after `confirm-needed`; good for ten minutes',
      body: ProofOfPerson,
      response: { 204: Done, ...refusals },
    },
    handler: async (request, reply) => {
      await confirmSession(deps, request, request.body);
      return reply.code(204).send(null);
    },
  });
  app.delete('/api/desk/session', {
    onRequest: requireStaff(deps),
    schema: { tags, summary: 'Sign out', response: { 204: Done, ...refusals } },
    handler: async (request, reply) => {
      await signOut(deps, request);
      clearStaffCookie(reply, deps.config);
      return reply.code(204).send(null);
    },
  });
}
