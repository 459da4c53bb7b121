import { refusals } from '../../../contract/answers.ts';
import { LogCheck } from '../../../contract/log-check.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { readLogCheck } from '../keep-verifying.ts';

export function registerLogCheck(app: App, deps: Deps): void {
  app.get('/api/desk/log-check', {
    onRequest: requireStaff(deps, 'audit.read'),
    schema: {
      tags: ['audit'],
      summary: 'Whether the record of any conversation was altered',
      response: { 200: LogCheck, ...refusals },
    },
    handler: async () => readLogCheck(deps),
  });
}
