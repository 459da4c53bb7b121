import type { FastifyRequest } from 'fastify';
import { leftOf } from '../../contract/left-of.ts';
import type { RedactFile } from '../../contract/redaction.ts';
import { destroyFile, putBackFile, withdrawFile } from '../attachments/withdraw-file.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { seqsWithFile } from './redaction-store.ts';
import { type Replaced, replaceLine } from './replace-line.ts';

/**
 * Takes what is secret in a file out for good, in every message and note that shows it: a picture gives way to one with
 * the boxes blacked out, anything else is gone whole. From the first step nobody is served the original any more; when
 * the log has said so, it is destroyed.
 * @throws AppError `attachment-not-found`, also while a colleague is at it; `invalid-input` for boxes beyond the picture
 */
export async function redactFile(
  deps: Deps,
  request: FastifyRequest,
  conversationId: string,
  fileId: string,
  { boxes }: RedactFile,
): Promise<Replaced> {
  const file = { id: fileId.toLowerCase(), left: await withdrawFile(deps, conversationId, fileId, boxes) };
  const done: Replaced[] = [];
  try {
    for (const seq of await seqsWithFile(deps.sql, conversationId, file.id)) {
      const where = { conversationId, seq, action: 'attachment.redacted' as const };
      const replaced = await replaceLine(deps, request, where, (line, mark, id) => {
        const redaction = { parts: [], file };
        return { redaction, left: leftOf(line, { ...redaction, mark }, id) };
      });
      done.push(replaced);
    }
  } catch (error) {
    if (done.length === 0) await putBackFile(deps, file);
    throw error;
  }
  const last = done.at(-1);
  if (last === undefined) {
    await putBackFile(deps, file);
    throw new AppError('attachment-not-found');
  }
  await destroyFile(deps, file.id);
  return last;
}
