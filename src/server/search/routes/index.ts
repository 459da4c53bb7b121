import { SearchPage, SearchQuery } from '../../../contract/search.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import { inspect } from '../../guard/inspect.ts';
import type { App } from '../../platform/http.ts';
import { find } from '../find.ts';

export function registerSearchRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/desk/search',
    {
      onRequest: requireStaff(deps, 'search.use'),
      schema: {
        tags: ['desk'],
        summary: 'Search all messages, notes and customers',
        querystring: SearchQuery,
        response: { 200: SearchPage },
      },
    },
    // What was taken out of messages is found by its mark: a card by its last four digits.
    async ({ query, locale }) => find(deps.sql, { ...query, q: inspect(query.q, locale).text }),
  );
}
