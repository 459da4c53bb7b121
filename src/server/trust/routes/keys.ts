import { PublicKeys } from '../../../contract/transcript-file.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { listKeys } from '../list-keys.ts';

export function registerKeys(app: App, deps: Deps): void {
  app.get('/.well-known/jwks.json', {
    schema: {
      tags: ['trust'],
      summary: 'The public keys that transcripts are signed with (RFC 7517)',
      response: { 200: PublicKeys },
    },
    handler: async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=300');
      return { keys: await listKeys(deps) };
    },
  });
}
