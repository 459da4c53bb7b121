import { refusals } from '../../../contract/answers.ts';
import { LauncherSetting } from '../../../contract/launcher.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import { allowFrames } from '../../centre/headers.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { PreviewQuery, previewPage } from '../preview-page.ts';
import { readSites } from '../read-sites.ts';
import { serveScript } from '../serve-scripts.ts';
import { setSites } from '../set-sites.ts';

const tags = ['launcher'];
const url = '/api/desk/admin/launcher';

export function registerLauncherRoutes(app: App, deps: Deps): void {
  app.get<{ Params: { name: string } }>('/launcher/:name', {
    schema: { hide: true },
    handler: async (request, reply) => serveScript(deps, request, reply, request.params.name),
  });
  app.get('/launcher/preview', {
    schema: { hide: true },
    handler: async (request, reply) => {
      allowFrames(reply, []);
      const page = previewPage(PreviewQuery.parse(request.query), request.locale);
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page.text);
    },
  });
  const onRequest = requireStaff(deps, 'launcher.manage');
  app.get(url, {
    onRequest,
    schema: {
      tags,
      summary: 'The sites that may show the centre in a frame',
      response: { 200: LauncherSetting, ...refusals },
    },
    handler: async () => ({ sites: await readSites(deps.sql) }),
  });
  app.put(url, {
    onRequest,
    schema: {
      tags,
      summary: 'Set the sites that may show the centre in a frame',
      body: LauncherSetting,
      response: { 200: LauncherSetting, ...refusals },
    },
    handler: async (request) => setSites(deps, request, request.body),
  });
}
