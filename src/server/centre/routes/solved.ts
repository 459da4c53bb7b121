import { z } from 'zod';
import { Slug } from '../../../contract/help.ts';
import type { Deps } from '../../deps.ts';
import { voteOnArticle } from '../../help/vote.ts';
import type { App } from '../../platform/http.ts';
import { pageLocale } from '../page-locale.ts';
import { hidden } from './pages.ts';

const Params = z.object({ topic: Slug, slug: Slug });
const Answer = z.object({ solved: z.enum(['yes', 'no']), q: z.string().max(200).optional() });

/** The answer to "did this solve it?": counted, then back to the article (a redirect, so that a reload counts once). */
export function registerSolved(app: App, deps: Deps): void {
  app.post(
    '/help/:topic/:slug/solved',
    { schema: { ...hidden.schema, params: Params, body: Answer } },
    async (request, reply) => {
      const { topic, slug } = request.params;
      const { solved, q = '' } = request.body;
      await voteOnArticle(deps, { articleId: slug, locale: pageLocale(request), solved: solved === 'yes' });
      const query = new URLSearchParams({ solved, ...(q === '' ? {} : { q }) });
      return reply.redirect(`/help/${topic}/${slug}?${query}#solved`, 303);
    },
  );
}
