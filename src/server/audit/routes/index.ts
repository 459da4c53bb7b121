import { refusals } from '../../../contract/answers.ts';
import { AuditPage, AuditQuery } from '../../../contract/audit.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { listAudit } from '../list-audit.ts';

export function registerAuditRoutes(app: App, deps: Deps): void {
  app.get('/api/desk/admin/audit', {
    onRequest: requireStaff(deps, 'audit.read'),
    schema: {
      tags: ['administration'],
      summary: 'Who did what, to what, when and from where; newest first',
      querystring: AuditQuery,
      response: { 200: AuditPage, ...refusals },
    },
    handler: async (request) => listAudit(deps.sql, request.query),
  });
}
