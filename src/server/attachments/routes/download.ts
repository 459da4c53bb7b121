import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Id } from '../../../contract/ids.ts';
import { may } from '../../../contract/roles.ts';
import { findSession } from '../../agents/find-session.ts';
import { readStaffCookie } from '../../agents/staff-cookie.ts';
import { findCustomerOf } from '../../customers/identify.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { type OpenedFile, openFile, type Reader } from '../open-file.ts';

async function readersBehind(deps: Deps, request: FastifyRequest): Promise<Reader[]> {
  const token = readStaffCookie(request);
  const staff = token === null ? null : await findSession(deps, token);
  const customer = await findCustomerOf(deps, request);
  return [
    ...(customer === null ? [] : [{ party: 'customer' as const, id: customer.id, mayRead: true }]),
    ...(staff === null
      ? []
      : [{ party: 'staff' as const, id: staff.id, mayRead: may(staff.role, 'conversation.read') }]),
  ];
}

/** RFC 6266: a plain name for old readers, the true one beside it. Only what we drew ourselves is shown in place. */
export function disposition({ name, isPicture }: Pick<OpenedFile, 'name' | 'isPicture'>): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${isPicture ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${exact}`;
}

const headersOf = (file: OpenedFile) => ({
  'content-type': file.type,
  'content-length': file.bytes,
  'content-disposition': disposition(file),
  // A file opened by its address is a page of nobody: no script, no form, no frame, no origin.
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  // Asked for again each time, which costs a few bytes: a picture that was redacted is in no cache any more.
  'cache-control': 'private, no-cache',
  etag: etagOf(file),
  vary: 'cookie',
});

/** The bytes behind an address never change; they only cease to be there. */
const etagOf = ({ bytes }: Pick<OpenedFile, 'bytes'>): string => `"${bytes}"`;

/** Files going out. The name in the address is for people; the id decides. */
export function registerDownload(app: App, deps: Deps): void {
  app.get(
    '/files/:id/:name',
    {
      schema: {
        tags: ['files'],
        summary: 'A file of a conversation one may see',
        params: z.object({ id: Id, name: z.string() }),
        querystring: z.object({ size: z.enum(['full', 'thumbnail']).default('full') }),
      },
    },
    async (request, reply) => {
      const file = await openFile(
        deps,
        await readersBehind(deps, request),
        request.params.id,
        request.query.size,
      );
      if (request.headers['if-none-match'] !== etagOf(file))
        return reply.headers(headersOf(file)).send(file.stream);
      file.stream.destroy();
      const { 'content-length': _, ...headers } = headersOf(file);
      return reply.code(304).headers(headers).send();
    },
  );
}
