import { Done, refusals } from '../../../contract/answers.ts';
import { CheckAnswer, CheckText, OfficialDomains } from '../../../contract/official.ts';
import type { Deps } from '../../deps.ts';
import { addressKey } from '../../limits/address-key.ts';
import type { App } from '../../platform/http.ts';
import { checkText } from '../check-text.ts';
import { readOfficial } from '../read-channels.ts';
import { reportText } from '../report-text.ts';

const tags = ['trust'];

export function registerCheck(app: App, deps: Deps): void {
  app.get('/api/official-domains', {
    schema: {
      tags,
      summary: 'The official web addresses, each with everything below it',
      response: { 200: OfficialDomains, ...refusals },
    },
    handler: async () => ({ domains: [...(await readOfficial(deps)).domains] }),
  });
  app.post('/api/check', {
    schema: {
      tags,
      summary: 'Tell whether a link, an address, a number or a whole message is official',
      body: CheckText,
      response: { 200: CheckAnswer, ...refusals },
    },
    handler: async ({ body, locale, ip }) => checkText(deps, body.text, { locale, address: addressKey(ip) }),
  });
  app.post('/api/check/reports', {
    schema: {
      tags,
      summary: 'Report what pretends to be official',
      body: CheckText,
      response: { 204: Done, ...refusals },
    },
    handler: async ({ body, locale, ip }, reply) => {
      await reportText(deps, body.text, { locale, address: addressKey(ip) });
      return reply.code(204).send(null);
    },
  });
}
