import { Done, refusals } from '../../../contract/answers.ts';
import { ConfirmTotp, ProofOfPerson, RecoveryCodes, TotpSetup } from '../../../contract/staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { disableTotp } from '../disable-totp.ts';
import { requireStaff } from '../require-staff.ts';
import { beginTotp, confirmTotp } from '../set-up-totp.ts';

const tags = ['me'];
const url = '/api/desk/me/totp';

export function registerTotp(app: App, deps: Deps): void {
  const onRequest = requireStaff(deps);
  app.post(url, {
    onRequest,
    schema: { tags, summary: 'Begin to set up a second factor', response: { 200: TotpSetup, ...refusals } },
    handler: async (request) => beginTotp(deps, request),
  });
  app.put(url, {
    onRequest,
    schema: {
      tags,
      summary: 'Turn the second factor on with a first code; the recovery codes are answered this once',
      body: ConfirmTotp,
      response: { 200: RecoveryCodes, ...refusals },
    },
    handler: async (request) => ({ recoveryCodes: await confirmTotp(deps, request, request.body.code) }),
  });
  app.delete(url, {
    onRequest,
    schema: {
      tags,
      summary: 'Turn the second factor off',
      body: ProofOfPerson,
      response: { 204: Done, ...refusals },
    },
    handler: async (request, reply) => {
      await disableTotp(deps, request, request.body);
      return reply.code(204).send(null);
    },
  });
}
