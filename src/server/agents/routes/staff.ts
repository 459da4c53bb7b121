import { z } from 'zod';
import { refusals } from '../../../contract/answers.ts';
import { Id } from '../../../contract/ids.ts';
import { ChangeStaff, Invitation, InvitedStaff, NewStaff, StaffMember } from '../../../contract/staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { changeStaff } from '../change-staff.ts';
import { inviteStaff, renewInvitation } from '../invite-staff.ts';
import { listStaff, readStaff } from '../list-staff.ts';
import { requireFresh, requireStaff } from '../require-staff.ts';

const tags = ['staff administration'];
const params = z.object({ id: Id });
const all = z.object({ rows: z.array(StaffMember) });
const url = '/api/desk/admin/staff';

export function registerStaff(app: App, deps: Deps): void {
  const onRequest = requireStaff(deps, 'staff.manage');
  const fresh = requireFresh(deps, 'staff.manage');
  app.get(url, {
    onRequest,
    schema: { tags, summary: 'All staff', response: { 200: all, ...refusals } },
    handler: async () => ({ rows: await listStaff(deps.sql) }),
  });
  app.post(url, {
    onRequest: fresh,
    schema: {
      tags,
      summary: 'Invite somebody; they choose their own password behind a one-time link',
      body: NewStaff,
      response: { 201: InvitedStaff, ...refusals },
    },
    handler: async (request, reply) => {
      const invited = await inviteStaff(deps, request, request.body, deps.config.defaultLocale);
      return reply.code(201).send(invited);
    },
  });
  app.get(`${url}/:id`, {
    onRequest,
    schema: { tags, summary: 'One member of staff', params, response: { 200: StaffMember, ...refusals } },
    handler: async (request) => readStaff(deps.sql, request.params.id),
  });
  app.patch(`${url}/:id`, {
    onRequest: fresh,
    schema: {
      tags,
      summary: 'Change a member of staff; another role ends their sessions',
      params,
      body: ChangeStaff,
      response: { 200: StaffMember, ...refusals },
    },
    handler: async (request) => changeStaff(deps, request, request.params.id, request.body),
  });
  app.post(`${url}/:id/invitation`, {
    onRequest: fresh,
    schema: {
      tags,
      summary: 'Send a new invitation link',
      params,
      response: { 200: Invitation, ...refusals },
    },
    handler: async (request) => renewInvitation(deps, request, request.params.id),
  });
}
