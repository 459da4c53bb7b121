import { z } from 'zod';
import { Done, refusals } from '../../../contract/answers.ts';
import { ChoosePassword, LinkInfo, LinkToken, RequestReset } from '../../../contract/staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { choosePassword, describeLink } from '../choose-password.ts';
import { requestReset } from '../request-reset.ts';

const tags = ['sign-in'];
const params = z.object({ token: LinkToken });

export function registerPasswordResets(app: App, deps: Deps): void {
  app.post('/api/desk/password-resets', {
    schema: {
      tags,
      summary: 'Mail a one-time link to choose a new password, if the address is known',
      body: RequestReset,
      response: { 202: Done, ...refusals },
    },
    handler: async (request, reply) => {
      await requestReset(deps, request.body.email, request.ip);
      return reply.code(202).send(null);
    },
  });
  app.get('/api/desk/password-resets/:token', {
    schema: {
      tags,
      summary: 'What a one-time link is for',
      params,
      response: { 200: LinkInfo, ...refusals },
    },
    handler: async (request) => describeLink(deps, request.params.token),
  });
  app.post('/api/desk/password-resets/:token', {
    schema: {
      tags,
      summary: 'Choose a password with a one-time link; all sessions end',
      params,
      body: ChoosePassword,
      response: { 204: Done, ...refusals },
    },
    handler: async (request, reply) => {
      await choosePassword(deps, request.params.token, request.body.password, request.ip);
      return reply.code(204).send(null);
    },
  });
}
