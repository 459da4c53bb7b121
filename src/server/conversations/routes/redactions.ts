import { z } from 'zod';
import { Posted } from '../../../contract/conversations.ts';
import { Id, Seq } from '../../../contract/ids.ts';
import { Redact, RedactFile } from '../../../contract/redaction.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { redactFile } from '../redact-file.ts';
import { redactMessage } from '../redact-message.ts';
import { posted } from './shapes.ts';

export function registerRedactions(app: App, deps: Deps): void {
  app.post(
    '/api/desk/conversations/:id/events/:seq/redactions',
    {
      onRequest: requireStaff(deps, 'message.redact'),
      schema: {
        tags: ['desk'],
        summary: 'Take secret parts out of a message or note for good',
        params: z.object({ id: Id, seq: z.coerce.number().pipe(Seq) }),
        body: Redact,
        response: { 200: Posted },
      },
    },
    async (request) => {
      const { id: conversationId, seq } = request.params;
      const { id, outcome } = await redactMessage(deps, request, conversationId, seq, request.body);
      return posted(id, outcome);
    },
  );
  app.post(
    '/api/desk/conversations/:id/attachments/:attachment/redactions',
    {
      onRequest: requireStaff(deps, 'message.redact'),
      schema: {
        tags: ['desk'],
        summary: 'Black out parts of a picture, or remove a file, for good',
        params: z.object({ id: Id, attachment: Id }),
        body: RedactFile,
        response: { 200: Posted },
      },
    },
    async (request) => {
      const { id: conversationId, attachment } = request.params;
      const { id, outcome } = await redactFile(deps, request, conversationId, attachment, request.body);
      return posted(id, outcome);
    },
  );
}
