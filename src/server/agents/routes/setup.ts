import { z } from 'zod';
import { refusals } from '../../../contract/answers.ts';
import { LinkInfo, LinkToken, Me, Setup } from '../../../contract/staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { completeSetup, describeSetup } from '../complete-setup.ts';
import { setStaffCookie } from '../staff-cookie.ts';
import { whoAmI } from '../who-am-i.ts';
import { originOf } from './origin-of.ts';

const tags = ['sign-in'];

export function registerSetup(app: App, deps: Deps): void {
  app.get('/api/setup/:token', {
    schema: {
      tags,
      summary: 'Whether the link that makes the first administrator still works',
      params: z.object({ token: LinkToken }),
      response: { 200: LinkInfo, ...refusals },
    },
    handler: async (request) => describeSetup(deps, request.params.token),
  });
  app.post('/api/setup', {
    schema: {
      tags,
      summary: 'Make the first administrator and sign them in',
      body: Setup,
      response: { 201: Me, ...refusals },
    },
    handler: async (request, reply) => {
      const { token, staffId } = await completeSetup(deps, request.body, request.locale, originOf(request));
      setStaffCookie(reply, deps.config, token);
      return reply.code(201).send(await whoAmI(deps.sql, staffId));
    },
  });
}
