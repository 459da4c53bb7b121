import { Glossary, GlossaryQuery } from '../../contract/glossary.ts';
import type { App } from '../platform/http.ts';
import { glossaryIn } from './glossary.ts';

/** The glossary's API. */
export function registerGlossaryRoutes(app: App): void {
  app.get(
    '/api/help/glossary',
    {
      schema: {
        tags: ['help'],
        summary: 'List the terms of the glossary',
        querystring: GlossaryQuery,
        response: { 200: Glossary },
      },
    },
    async (request) => ({ rows: [...(await glossaryIn(request.query.lang ?? request.locale))] }),
  );
}
