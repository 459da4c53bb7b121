import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { AppError, invalidField } from '../../platform/app-error.ts';
import type { App } from '../../platform/http.ts';

/** What the parts around the file may take at most. */
const ENVELOPE_BYTES = 64 * 1024;

const megabytes = (bytes: number) => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;

/** Lets the routes of this scope receive one file a request. */
export async function acceptOneFile(scope: App, maxBytes: number): Promise<void> {
  await scope.register(multipart, {
    throwFileSizeLimit: true,
    // The name is looked through as it was given, before its folders are taken off: they may say what the rest is.
    preservePath: true,
    limits: {
      fileSize: maxBytes,
      files: 1,
      fields: 5,
      parts: 6,
      fieldSize: 1024,
      fieldNameSize: 100,
      headerPairs: 50,
    },
  });
}

function refusal(error: unknown, maxBytes: number): AppError {
  if (error instanceof AppError) return error;
  const code = (error as { code?: string }).code;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new AppError('too-large', { limit: megabytes(maxBytes) });
  if (code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') return new AppError('unsupported-media');
  // Cut off, not closed, wrongly bounded: the parser has many words for it, the sender can do one thing.
  return new AppError('malformed-request');
}

/**
 * The file in the multipart field `file`, read up to the limit and not a byte further.
 * @throws AppError `too-large`, `unsupported-media`, `malformed-request`, or `invalid-input` naming `file`
 */
export async function receiveFile(
  request: FastifyRequest,
  maxBytes: number,
): Promise<{ content: Buffer; name: string }> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maxBytes + ENVELOPE_BYTES) throw new AppError('too-large', { limit: megabytes(maxBytes) });
  try {
    const part = await request.file();
    if (part?.fieldname !== 'file') throw invalidField('file', 'is missing');
    const content = await part.toBuffer();
    if (content.length === 0) throw invalidField('file', 'is empty');
    return { content, name: part.filename ?? '' };
  } catch (error) {
    throw refusal(error, maxBytes);
  }
}
