import { z } from 'zod';
import { Slug, WhyNot } from '../../../contract/help.ts';
import type { Deps } from '../../deps.ts';
import { sayWhyNot } from '../../help/say-why-not.ts';
import { addressKey } from '../../limits/address-key.ts';
import { AppError } from '../../platform/app-error.ts';
import type { App } from '../../platform/http.ts';
import { pageLocale } from '../page-locale.ts';
import { hidden } from './pages.ts';

const Params = z.object({ topic: Slug, slug: Slug });
const Reason = z.object({ why: WhyNot, q: z.string().max(200).optional() });

/** The way to a person must not close because a reason could not be kept. */
function exceptNotFound(thrown: unknown): void {
  if (thrown instanceof AppError && thrown.code !== 'not-found') return;
  throw thrown;
}

/** Why an article did not help: kept, then on to a person with article, question and reason. */
export function registerWhyNot(app: App, deps: Deps): void {
  app.post(
    '/help/:topic/:slug/why-not',
    { schema: { ...hidden.schema, params: Params, body: Reason } },
    async (request, reply) => {
      const { slug } = request.params;
      const { why, q = '' } = request.body;
      const said = { articleId: slug, locale: pageLocale(request), why, question: q };
      await sayWhyNot(deps, { ...said, address: addressKey(request.ip) }).catch(exceptNotFound);
      const carried = new URLSearchParams({ article: slug, why, ...(q === '' ? {} : { q }) });
      return reply.redirect(`/chat?${carried}`, 303);
    },
  );
}
