import { refusals } from '../../../contract/answers.ts';
import { OfficialChannels, OfficialSetting } from '../../../contract/official.ts';
import { requireFresh, requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { readChannels } from '../read-channels.ts';
import { setChannels } from '../set-channels.ts';

const tags = ['trust'];
const url = '/api/desk/admin/official-channels';

export function registerChannels(app: App, deps: Deps): void {
  const onRequest = requireStaff(deps, 'channel.manage');
  app.get(url, {
    onRequest,
    schema: {
      tags,
      summary: 'The official channels as they are set',
      response: { 200: OfficialSetting, ...refusals },
    },
    handler: async () => readChannels(deps),
  });
  app.put(url, {
    onRequest: requireFresh(deps, 'channel.manage'),
    schema: {
      tags,
      summary: 'Set the official channels',
      body: OfficialChannels,
      response: { 200: OfficialSetting, ...refusals },
    },
    handler: async (request) => setChannels(deps, request, request.body),
  });
}
