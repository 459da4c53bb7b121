import { z } from 'zod';
import { Done, refusals } from '../../../contract/answers.ts';
import { Id } from '../../../contract/ids.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { disableStaff, enableStaff } from '../disable-staff.ts';
import type { StaffRequest } from '../request-staff.ts';
import { requireFresh } from '../require-staff.ts';
import { endTheirSessions, removeTheirTotp } from '../secure-staff.ts';

type Verb = (deps: Deps, by: StaffRequest, id: string) => Promise<void>;
type Row = ['PUT' | 'DELETE', string, string, Verb];

const verbs: Row[] = [
  ['PUT', 'disabled', 'Shut somebody out at once', disableStaff],
  ['DELETE', 'disabled', 'Let somebody in again', enableStaff],
  ['DELETE', 'totp', 'Remove the second factor of somebody who lost it', removeTheirTotp],
  ['DELETE', 'sessions', 'Sign somebody out everywhere', endTheirSessions],
];

/** Who gets in: everything here is done to a person and answers nothing. */
export function registerStaffAccess(app: App, deps: Deps): void {
  for (const [method, thing, summary, verb] of verbs) {
    app.route({
      method,
      url: `/api/desk/admin/staff/:id/${thing}`,
      onRequest: requireFresh(deps, 'staff.manage'),
      schema: {
        tags: ['staff administration'],
        summary,
        params: z.object({ id: Id }),
        response: { 204: Done, ...refusals },
      },
      handler: async (request, reply) => {
        await verb(deps, request, request.params.id);
        return reply.code(204).send(null);
      },
    });
  }
}
