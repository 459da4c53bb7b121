import { refusals } from '../../../contract/answers.ts';
import { may } from '../../../contract/roles.ts';
import { ExportQuery, ImportQuery, ImportReport } from '../../../contract/transfer.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import { acceptOneFile, receiveFile } from '../../attachments/routes/receive-file.ts';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../platform/app-error.ts';
import type { App } from '../../platform/http.ts';
import { takeExport } from './export-articles.ts';
import { formats } from './formats.ts';
import { importArticles } from './import-articles.ts';

/** Largest file that is taken in, in bytes: more than ten thousand long articles with similar questions. */
const FILE_MAX = 256 * 1024 * 1024;

/** Articles leaving the centre and coming to it, all at once. */
export function registerTransfer(app: App, deps: Deps): void {
  const mayEdit = requireStaff(deps, 'article.edit');
  app.get(
    '/api/desk/content/export',
    {
      onRequest: mayEdit,
      schema: {
        tags: ['articles'],
        summary: 'All articles that are in use, as one file',
        description: 'As they are being written; an import of the same file changes nothing.',
        querystring: ExportQuery,
      },
    },
    async (request, reply) => {
      const { format } = request.query;
      const content = await takeExport(deps, request, format);
      const day = deps.clock.now().toISOString().slice(0, 10);
      reply.headers({
        'content-type': formats[format].type,
        'content-disposition': `attachment; filename="articles-${day}.${format}"`,
        'cache-control': 'no-store',
      });
      return reply.send(content);
    },
  );
  app.register(async (scope: App) => {
    await acceptOneFile(scope, FILE_MAX);
    scope.post(
      '/api/desk/content/import',
      {
        onRequest: mayEdit,
        schema: {
          tags: ['articles'],
          summary: 'Take articles in from a .zip, .csv or .json file (multipart field "file")',
          description:
            'Rows that cannot be taken are named with line and reason; the others land, each whole.',
          consumes: ['multipart/form-data'],
          querystring: ImportQuery,
          response: { 200: ImportReport, ...refusals },
        },
      },
      async (request) => {
        const { publish } = request.query;
        if (publish && !may(request.staff.role, 'article.publish')) throw new AppError('forbidden');
        const file = await receiveFile(request, FILE_MAX);
        return importArticles(deps, request, { ...request.query, ...file, speak: request.locale });
      },
    );
  });
}
