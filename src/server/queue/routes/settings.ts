import { refusals } from '../../../contract/answers.ts';
import { QueueSettings } from '../../../contract/queue.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { readSettings, setSettings } from '../settings.ts';

const tags = ['queue'];

export function registerQueueSettings(app: App, deps: Deps): void {
  app.get('/api/desk/admin/queue', {
    onRequest: requireStaff(deps, 'queue.manage'),
    schema: { tags, summary: 'How the queue is run', response: { 200: QueueSettings, ...refusals } },
    handler: () => readSettings(deps.sql),
  });
  app.put('/api/desk/admin/queue', {
    onRequest: requireStaff(deps, 'queue.manage'),
    schema: {
      tags,
      summary: 'Say how the queue is run',
      body: QueueSettings,
      response: { 200: QueueSettings, ...refusals },
    },
    handler: (request) => setSettings(deps, request, request.body),
  });
}
