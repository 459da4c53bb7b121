import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Locale } from '../../../contract/locale.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import { audit } from '../../audit/audit.ts';
import { requireCustomer } from '../../customers/identify.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import type { Party } from '../../realtime/connection.ts';
import { passDoor } from '../door.ts';
import { makeTranscript } from '../make-transcript.ts';
import { signTranscript } from '../sign-transcript.ts';
import { asHtml, asJson, asText, type Transcript } from '../transcript.ts';
import { OneConversation } from './shapes.ts';

const Format = z.object({ format: z.enum(['html', 'text', 'json', 'signed']).default('html') });
type Format = z.infer<typeof Format>['format'];

interface Writing {
  type: string;
  extension: string;
  write(transcript: Transcript, deps: Deps): string | Promise<string>;
}

const formats: Record<Format, Writing> = {
  html: { type: 'text/html; charset=utf-8', extension: 'html', write: asHtml },
  text: { type: 'text/plain; charset=utf-8', extension: 'txt', write: asText },
  json: { type: 'application/json; charset=utf-8', extension: 'json', write: asJson },
  signed: {
    type: 'application/json; charset=utf-8',
    extension: 'signed.json',
    write: (transcript, deps) => signTranscript(deps, transcript),
  },
};

export function registerTranscriptRoutes(app: App, deps: Deps): void {
  const send = async (reply: FastifyReply, party: Party, id: string, format: Format, locale: Locale) => {
    const transcript = await makeTranscript(deps, party, id, locale);
    const { type, extension, write } = formats[format];
    const text = await write(transcript, deps);
    // The only style a transcript has is the one in it, named by its hash; nothing else may load or run.
    const css = /<style>([^<]*)<\/style>/.exec(text)?.[1] ?? '';
    const styleHash = createHash('sha256').update(css).digest('base64');
    return reply
      .type(type)
      .header(
        'content-security-policy',
        `default-src 'none'; style-src 'sha256-${styleHash}'; sandbox allow-modals`,
      )
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .header(
        'content-disposition',
        `${format === 'html' ? 'inline' : 'attachment'}; filename="${transcript.caseNumber}.${extension}"`,
      )
      .serializer((payload) => payload as string)
      .send(text);
  };
  const schema = { summary: 'The conversation written out', params: OneConversation, querystring: Format };

  app.get(
    '/api/my/conversations/:id/transcript',
    { onRequest: requireCustomer(deps), schema: { ...schema, tags: ['customer'] } },
    async ({ customer, params, query, locale }, reply) => {
      await passDoor(deps, { party: 'customer', id: customer.id }, params.id);
      return send(reply, 'customer', params.id, query.format, locale);
    },
  );

  app.get(
    '/api/desk/conversations/:id/transcript',
    { onRequest: requireStaff(deps, 'conversation.read'), schema: { ...schema, tags: ['desk'] } },
    async (request, reply) => {
      const { params, query, locale } = request;
      await passDoor(deps, { party: 'staff', mayRead: true }, params.id);
      await audit(
        deps.sql,
        request,
        'transcript.taken',
        { kind: 'conversation', id: params.id },
        { format: query.format },
      );
      return send(reply, 'staff', params.id, query.format, locale);
    },
  );
}
