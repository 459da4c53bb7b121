import { z } from 'zod';
import { refusals } from '../../../../contract/answers.ts';
import { Id } from '../../../../contract/ids.ts';
import { permissions } from '../../../../contract/roles.ts';
import { requireStaff } from '../../../agents/require-staff.ts';
import type { Deps } from '../../../deps.ts';
import type { App } from '../../../platform/http.ts';
import { staffWithRoles } from '../store.ts';

/** Who can be made responsible for an article. */
export function registerOwners(app: App, deps: Deps): void {
  app.get('/api/desk/content/owners', {
    onRequest: requireStaff(deps, 'article.read'),
    schema: {
      tags: ['articles'],
      summary: 'Who can keep an article',
      response: { 200: z.object({ rows: z.array(z.object({ id: Id, name: z.string() })) }), ...refusals },
    },
    handler: async () => ({ rows: await staffWithRoles(deps.sql, permissions['article.edit']) }),
  });
}
