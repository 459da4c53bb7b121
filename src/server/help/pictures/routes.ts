import { z } from 'zod';
import { refusals } from '../../../contract/answers.ts';
import { Id } from '../../../contract/ids.ts';
import { ArticlePicture } from '../../../contract/pictures.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import { acceptOneFile, receiveFile } from '../../attachments/routes/receive-file.ts';
import type { Deps } from '../../deps.ts';
import { take } from '../../limits/take.ts';
import { AppError } from '../../platform/app-error.ts';
import type { App } from '../../platform/http.ts';
import { addPicture } from './add-picture.ts';
import { findPicture } from './store.ts';

/** Bytes of a picture never change under its id; a file opened by its address is a page of nobody. */
const headers = {
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
};

/** Pictures of articles: in from editors, out to everybody. */
export function registerPictures(app: App, deps: Deps): void {
  app.register(async (scope: App) => {
    await acceptOneFile(scope, deps.config.uploadMaxBytes);
    scope.post(
      '/api/desk/pictures',
      {
        onRequest: requireStaff(deps, 'article.edit'),
        schema: {
          tags: ['articles'],
          summary: 'Add a picture for an article (multipart field "file")',
          consumes: ['multipart/form-data'],
          response: { 201: ArticlePicture, ...refusals },
        },
      },
      async (request, reply) => {
        await take(deps, `picture:${request.staff.id}`, { everySeconds: 1, burst: 60 });
        const { content } = await receiveFile(request, deps.config.uploadMaxBytes);
        return reply.code(201).send(await addPicture(deps, request, content));
      },
    );
  });
  // The name in the address is for people and search engines; the id decides.
  app.get(
    '/pictures/:id/:name',
    {
      schema: {
        hide: true,
        params: z.object({ id: Id, name: z.string() }),
      },
    },
    async (request, reply) => {
      const picture = await findPicture(deps.sql, request.params.id);
      const file = picture === null ? null : await deps.files.get(picture.id);
      if (picture === null || file === null) throw new AppError('not-found');
      reply.headers({ ...headers, 'content-type': picture.type, 'content-length': file.bytes });
      return reply.send(file.stream);
    },
  );
}
