import { z } from 'zod';
import { Done, refusals } from '../../../contract/answers.ts';
import { ReportedList, ReportedQuery } from '../../../contract/official.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { listReported } from '../list-reported.ts';
import { reviewReported } from '../review-reported.ts';

const tags = ['trust'];
const url = '/api/desk/admin/reported-channels';
const params = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });

export function registerReported(app: App, deps: Deps): void {
  const onRequest = requireStaff(deps, 'report.review');
  app.get(url, {
    onRequest,
    schema: {
      tags,
      summary: 'What customers reported as pretending to be us, with how often',
      querystring: ReportedQuery,
      response: { 200: ReportedList, ...refusals },
    },
    handler: async (request) => ({ rows: await listReported(deps.sql, request.query) }),
  });
  app.post(`${url}/:id/review`, {
    onRequest,
    schema: { tags, summary: 'Take it out of the queue', params, response: { 204: Done, ...refusals } },
    handler: async (request, reply) => {
      await reviewReported(deps, request, request.params.id);
      return reply.code(204).send(null);
    },
  });
}
