import { z } from 'zod';
import { refusals } from '../../../../contract/answers.ts';
import {
  ArticleRows,
  ArticleRowsQuery,
  EditableArticle,
  NewArticle,
  OnVersion,
  RenameArticle,
  SaveDraft,
} from '../../../../contract/editing.ts';
import { Slug } from '../../../../contract/help.ts';
import { requireStaff } from '../../../agents/require-staff.ts';
import type { Deps } from '../../../deps.ts';
import type { App } from '../../../platform/http.ts';
import { createArticle } from '../create-article.ts';
import { listArticles } from '../list-articles.ts';
import { readDraft } from '../read-revisions.ts';
import { renameArticle } from '../rename-article.ts';
import { saveDraft } from '../save-draft.ts';

export const tags = ['articles'];
export const url = '/api/desk/articles';
export const params = z.object({ id: Slug });
export const answers = { 200: EditableArticle, ...refusals };
/** Two languages of the longest bodies, in three bytes a character, and their lists. */
export const DRAFT_BYTES_MAX = 2 * 1024 * 1024;

/** Articles as editors write them. */
export function registerDrafts(app: App, deps: Deps): void {
  const mayRead = requireStaff(deps, 'article.read');
  const mayEdit = requireStaff(deps, 'article.edit');
  app.get(url, {
    onRequest: mayRead,
    schema: {
      tags,
      summary: 'Articles with their stages, latest change first',
      querystring: ArticleRowsQuery,
      response: { 200: ArticleRows, ...refusals },
    },
    handler: async ({ query, locale }) => listArticles(deps, query, query.lang ?? locale),
  });
  app.post(url, {
    onRequest: mayEdit,
    bodyLimit: DRAFT_BYTES_MAX,
    schema: {
      tags,
      summary: 'Begin an article',
      body: NewArticle,
      response: { 201: EditableArticle, ...refusals },
    },
    handler: async (request, reply) => reply.code(201).send(await createArticle(deps, request, request.body)),
  });
  app.get(`${url}/:id`, {
    onRequest: mayRead,
    schema: { tags, summary: 'An article as it is being written', params, response: answers },
    handler: async (request) => readDraft(deps.sql, request.params.id),
  });
  app.put(`${url}/:id/draft`, {
    onRequest: mayEdit,
    bodyLimit: DRAFT_BYTES_MAX,
    schema: {
      tags,
      summary: 'Save the working copy',
      description:
        'To be called while somebody types. 409 `edited-meanwhile` tells who saved since `version`, and when; the article read again has their words.',
      params,
      body: SaveDraft,
      response: answers,
    },
    handler: async (request) => saveDraft(deps, request, request.params.id, request.body),
  });
  app.post(`${url}/:id/rename`, {
    onRequest: requireStaff(deps, 'article.publish'),
    schema: {
      tags,
      summary: 'Give an article another address; the old one leads there',
      params,
      body: RenameArticle,
      response: answers,
    },
    handler: async ({ params, body, staff, ip }) =>
      renameArticle(deps, { staff, ip }, { ...body, id: params.id }, body.id),
  });
}

/** A step of an article that needs nothing but the version it was taken on. */
export const step = (summary: string) =>
  ({ tags, summary, params, body: OnVersion, response: answers }) as const;
