import { z } from 'zod';
import { refusals } from '../../../contract/answers.ts';
import { ArticlePreview, PreviewArticle } from '../../../contract/editing.ts';
import { Slug } from '../../../contract/help.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import { glossaryIn } from '../../glossary/glossary.ts';
import { previewArticle } from '../../help/editing/preview-article.ts';
import { DRAFT_BYTES_MAX } from '../../help/editing/routes/articles.ts';
import type { App } from '../../platform/http.ts';
import { articlePage } from '../pages/article.ts';
import { renderDocument } from '../parts/document.ts';
import { originOf, viewOf } from '../view.ts';

/** The page that customers will see, for whoever writes it: the same code, with a text that is not published. */
export function registerPreview(app: App, deps: Deps): void {
  app.post(
    '/api/desk/articles/:id/preview',
    {
      onRequest: requireStaff(deps, 'article.read'),
      bodyLimit: DRAFT_BYTES_MAX,
      schema: {
        tags: ['articles'],
        summary: 'The page customers would see',
        description: 'Nothing is kept.',
        params: z.object({ id: Slug }),
        body: PreviewArticle,
        response: { 200: ArticlePreview, ...refusals },
      },
    },
    async (request) => {
      const { content, locale } = request.body;
      const { id } = request.params;
      const article = await previewArticle(deps, id, content, locale);
      if (article === null) return { html: null };
      const address = `/help/${content.topic}/${id}`;
      const view = await viewOf(deps, { origin: originOf(deps, request), locale, address, panel: false });
      const page = articlePage(view, article, await glossaryIn(deps, article.locale), {
        question: '',
        solved: '',
      });
      return { html: renderDocument(view, page).text };
    },
  );
}
