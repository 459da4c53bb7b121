import { z } from 'zod';
import { Done, refusals } from '../../../contract/answers.ts';
import { Availability } from '../../../contract/availability.ts';
import { HoursChannel, Schedule } from '../../../contract/hours.ts';
import { Id } from '../../../contract/ids.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { listSchedules } from '../list-schedules.ts';
import { readAvailability } from '../read-availability.ts';
import { removeHours, setHours } from '../set-hours.ts';

const tags = ['hours'];
const url = '/api/desk/admin/hours';
const all = z.object({ timeZone: z.string(), rows: z.array(Schedule) });

export function registerHoursRoutes(app: App, deps: Deps): void {
  app.get('/api/availability', {
    schema: {
      tags,
      summary: 'Which ways of contact work at this minute',
      querystring: z.object({ team: Id.optional() }),
      response: { 200: Availability, ...refusals },
    },
    handler: async (request) => readAvailability(deps, request.query.team ?? null),
  });
  const onRequest = requireStaff(deps, 'hours.manage');
  app.get(url, {
    onRequest,
    schema: {
      tags,
      summary: 'The hours of the centre, and of teams that have their own',
      response: { 200: all, ...refusals },
    },
    handler: async () => ({ timeZone: deps.config.timeZone, rows: await listSchedules(deps.sql) }),
  });
  app.put(url, {
    onRequest,
    schema: {
      tags,
      summary: 'Set hours, week and exceptions as a whole',
      body: Schedule,
      response: { 200: Schedule, ...refusals },
    },
    handler: async (request) => setHours(deps, request, request.body),
  });
  app.delete(url, {
    onRequest,
    schema: {
      tags,
      summary: 'Take hours away: a team follows the centre again, the centre the default',
      querystring: z.object({ channel: HoursChannel, team: Id.optional() }),
      response: { 204: Done, ...refusals },
    },
    handler: async (request, reply) => {
      await removeHours(deps, request, request.query.channel, request.query.team ?? null);
      return reply.code(204).send(null);
    },
  });
}
