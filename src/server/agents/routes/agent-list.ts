import { z } from 'zod';
import { refusals } from '../../../contract/answers.ts';
import { Agent } from '../../../contract/staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { listAgents } from '../list-agents.ts';
import { requireStaff } from '../require-staff.ts';

export function registerAgentList(app: App, deps: Deps): void {
  app.get('/api/desk/agents', {
    onRequest: requireStaff(deps, 'staff.read'),
    schema: {
      tags: ['agents'],
      summary: 'Who can be given a conversation, and how busy they are',
      response: { 200: z.object({ rows: z.array(Agent) }), ...refusals },
    },
    handler: async () => ({ rows: await listAgents(deps.sql) }),
  });
}
