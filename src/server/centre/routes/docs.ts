import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { type OpenApi, operationsByTag } from '../docs/operations.ts';
import { apiDocsPage } from '../pages/api-docs.ts';
import { errorListPage } from '../pages/error-list.ts';
import { hidden, page } from './pages.ts';

/** The API's description, for programs and for people. Both are made from the routes' own schemas. */
export function registerApiDocs(app: App, deps: Deps): void {
  app.get('/api/openapi.json', hidden, async (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(app.swagger())),
  );
  page(app, deps, '/api/docs', (view) => apiDocsPage(view, operationsByTag(app.swagger() as OpenApi)));
  page(app, deps, '/api/docs/errors', errorListPage);
}
