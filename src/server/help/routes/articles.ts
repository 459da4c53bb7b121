import { ArticleList, ArticleQuery } from '../../../contract/help.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { findArticles } from '../find-articles.ts';

export function registerArticles(app: App, deps: Deps): void {
  app.get(
    '/api/help/articles',
    {
      schema: {
        tags: ['help'],
        summary: 'Search or list articles',
        description:
          'With `q`, the articles that answer the question, best first; without, all in topic order.',
        querystring: ArticleQuery,
        response: { 200: ArticleList },
      },
    },
    async (request) => {
      const { q, topic, lang, limit } = request.query;
      return {
        rows: await findArticles(deps, { question: q, topic, limit, locale: lang ?? request.locale }),
      };
    },
  );
}
