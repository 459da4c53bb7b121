import { z } from 'zod';
import { Article, Slug } from '../../../contract/help.ts';
import { Locale } from '../../../contract/locale.ts';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../platform/app-error.ts';
import type { App } from '../../platform/http.ts';
import { readArticle } from '../read-article.ts';

export function registerArticle(app: App, deps: Deps): void {
  app.get(
    '/api/help/articles/:id',
    {
      schema: {
        tags: ['help'],
        summary: 'Read an article',
        params: z.object({ id: Slug }),
        querystring: z.object({ lang: Locale.optional() }),
        response: { 200: Article },
      },
    },
    async (request) => {
      const article = await readArticle(deps, request.params.id, request.query.lang ?? request.locale);
      if (article === null) throw new AppError('not-found');
      return article;
    },
  );
}
