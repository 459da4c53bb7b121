import { refusals } from '../../../contract/answers.ts';
import { Brand } from '../../../contract/brand.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { readBrand } from '../read-brand.ts';
import { setBrand } from '../set-brand.ts';

const tags = ['brand'];

export function registerBrandRoutes(app: App, deps: Deps): void {
  app.get('/api/brand', {
    schema: {
      tags,
      summary: 'Name, colour and official contacts of the centre',
      response: { 200: Brand, ...refusals },
    },
    handler: async () => readBrand(deps.sql),
  });
  const onRequest = requireStaff(deps, 'brand.manage');
  app.get('/api/desk/admin/brand', {
    onRequest,
    schema: { tags, summary: 'The brand as it is set', response: { 200: Brand, ...refusals } },
    handler: async () => readBrand(deps.sql),
  });
  app.put('/api/desk/admin/brand', {
    onRequest,
    schema: { tags, summary: 'Set the brand', body: Brand, response: { 200: Brand, ...refusals } },
    handler: async (request) => setBrand(deps, request, request.body),
  });
}
