import { z } from 'zod';
import { Done, refusals } from '../../../contract/answers.ts';
import { Id } from '../../../contract/ids.ts';
import { ChangeTeam, NewTeam, Team } from '../../../contract/teams.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { archiveTeam } from '../archive-team.ts';
import { changeTeam } from '../change-team.ts';
import { createTeam } from '../create-team.ts';
import { listTeams } from '../list-teams.ts';

const tags = ['teams'];
const one = z.object({ id: Id });
const rows = z.object({ rows: z.array(Team) });

export function registerTeamsRoutes(app: App, deps: Deps): void {
  for (const url of ['/api/desk/teams', '/api/desk/admin/teams']) {
    app.get(url, {
      onRequest: requireStaff(deps, url === '/api/desk/teams' ? 'staff.read' : 'team.manage'),
      schema: { tags, summary: 'The teams and who is in them', response: { 200: rows, ...refusals } },
      handler: async () => ({ rows: await listTeams(deps.sql) }),
    });
  }
  const onRequest = requireStaff(deps, 'team.manage');
  app.post('/api/desk/admin/teams', {
    onRequest,
    schema: { tags, summary: 'Create a team', body: NewTeam, response: { 201: Team, ...refusals } },
    handler: async (request, reply) => reply.code(201).send(await createTeam(deps, request, request.body)),
  });
  app.patch('/api/desk/admin/teams/:id', {
    onRequest,
    schema: {
      tags,
      summary: 'Change a team',
      params: one,
      body: ChangeTeam,
      response: { 200: Team, ...refusals },
    },
    handler: async (request) => changeTeam(deps, request, request.params.id, request.body),
  });
  app.delete('/api/desk/admin/teams/:id', {
    onRequest,
    schema: { tags, summary: 'Take a team out of use', params: one, response: { 204: Done, ...refusals } },
    handler: async (request, reply) => {
      await archiveTeam(deps, request, request.params.id);
      return reply.code(204).send(null);
    },
  });
}
