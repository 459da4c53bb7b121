import { z } from 'zod';
import { Article, Slug } from '../../../contract/help.ts';
import { Locale } from '../../../contract/locale.ts';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../platform/app-error.ts';
import type { App } from '../../platform/http.ts';
import { findMoved } from '../find-moved.ts';
import { readArticle } from '../read-article.ts';

export function registerArticle(app: App, deps: Deps): void {
  app.get(
    '/api/help/articles/:id',
    {
      schema: {
        tags: ['help'],
        summary: 'Read an article',
        description: 'An id that an article had before leads to the one it has now.',
        params: z.object({ id: Slug }),
        querystring: z.object({ lang: Locale.optional() }),
        response: { 200: Article },
      },
    },
    async (request, reply) => {
      const locale = request.query.lang ?? request.locale;
      const article = await readArticle(deps, request.params.id, locale);
      if (article !== null) return article;
      const moved = await findMoved(deps, request.params.id, locale);
      if (moved === null || moved.article === null) throw new AppError('not-found');
      return reply.redirect(`/api/help/articles/${moved.article.id}?lang=${locale}`, 301);
    },
  );
}
