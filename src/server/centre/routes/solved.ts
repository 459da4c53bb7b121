import { z } from 'zod';
import { Slug } from '../../../contract/help.ts';
import type { Deps } from '../../deps.ts';
import { voteOnArticle } from '../../help/vote.ts';
import { addressKey } from '../../limits/address-key.ts';
import { take } from '../../limits/take.ts';
import { AppError } from '../../platform/app-error.ts';
import type { App } from '../../platform/http.ts';
import { type Answered, proposeQuestion } from '../../questions/propose-question.ts';
import { pageLocale } from '../page-locale.ts';
import { hidden } from './pages.ts';

const Params = z.object({ topic: Slug, slug: Slug });
const Answer = z.object({ solved: z.enum(['yes', 'no']), q: z.string().max(200).optional() });

/** What was asked of the search and solved by an article is proposed to editors, at the pace of a person. */
async function propose(
  deps: Deps,
  ip: string,
  solved: Pick<Answered, 'articleId' | 'locale' | 'question'>,
): Promise<void> {
  try {
    await take(deps, `solved:${addressKey(ip)}`, { everySeconds: 30, burst: 10 });
    await proposeQuestion(deps, { ...solved, how: 'solved', at: deps.clock.now() });
  } catch (error) {
    // The vote counts all the same, and the reader is thanked.
    if (!(error instanceof AppError)) throw error;
  }
}

/** The answer to "did this solve it?": counted, then back to the article (a redirect, so that a reload counts once). */
export function registerSolved(app: App, deps: Deps): void {
  app.post(
    '/help/:topic/:slug/solved',
    { schema: { ...hidden.schema, params: Params, body: Answer } },
    async (request, reply) => {
      const { topic, slug } = request.params;
      const { solved, q = '' } = request.body;
      const locale = pageLocale(request);
      await voteOnArticle(deps, { articleId: slug, locale, solved: solved === 'yes' });
      if (solved === 'yes' && q !== '')
        await propose(deps, request.ip, { articleId: slug, locale, question: q });
      const query = new URLSearchParams({ solved, ...(q === '' ? {} : { q }) });
      return reply.redirect(`/help/${topic}/${slug}?${query}#solved`, 303);
    },
  );
}
