import { AttachmentRef } from '../../../contract/events.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import { requireCustomer } from '../../customers/identify.ts';
import type { Deps } from '../../deps.ts';
import { addressKey } from '../../limits/address-key.ts';
import { take } from '../../limits/take.ts';
import type { App } from '../../platform/http.ts';
import { storeUpload } from '../store-upload.ts';
import { acceptOneFile, receiveFile } from './receive-file.ts';

const schema = (tag: string) => ({
  tags: [tag],
  summary: 'Upload a file (multipart field "file") for a message that follows',
  consumes: ['multipart/form-data'],
  response: { 201: AttachmentRef },
});

/** Files sent in: pictures and PDF, for customers and staff. */
export function registerUploads(app: App, deps: Deps): void {
  const maxBytes = deps.config.uploadMaxBytes;
  app.register(async (scope: App) => {
    await acceptOneFile(scope, maxBytes);
    scope.post(
      '/api/my/attachments',
      { onRequest: requireCustomer(deps), schema: schema('customer') },
      async (request, reply) => {
        await take(deps, `upload:${addressKey(request.ip)}`, { everySeconds: 2, burst: 40 });
        const file = await receiveFile(request, maxBytes);
        return reply.code(201).send(
          await storeUpload(deps, {
            ...file,
            owner: { party: 'customer', id: request.customer.id },
            locale: request.locale,
          }),
        );
      },
    );
    scope.post(
      '/api/desk/attachments',
      { onRequest: requireStaff(deps, 'conversation.reply'), schema: schema('desk') },
      async (request, reply) => {
        await take(deps, `upload:${request.staff.id}`, { everySeconds: 1, burst: 60 });
        const file = await receiveFile(request, maxBytes);
        return reply.code(201).send(
          await storeUpload(deps, {
            ...file,
            owner: { party: 'staff', id: request.staff.id },
            locale: request.locale,
          }),
        );
      },
    );
  });
}
