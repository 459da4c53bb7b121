import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type ErrorCode, errors, errorText } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import { AppError } from './app-error.ts';

/** Codes for what Fastify and PostgreSQL refuse before our own code could. */
const foreignCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  // A text with a NUL or a lone surrogate: valid JSON that PostgreSQL's text cannot hold.
  '22021': 'malformed-request',
  '22P05': 'malformed-request',
};

/** The database is away or restarting: whoever asks again in a moment will be answered. */
const passing = /^(CONNECTION_|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|ENOENT|08|53\d{3}|57P0[123])/;

function toAppError(error: FastifyError | AppError): AppError {
  if (error instanceof AppError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((issue) => ({
      path: issue.instancePath.replace(/^\//, '').replaceAll('/', '.') || (error.validationContext ?? 'body'),
      message: issue.message ?? 'is not valid',
    }));
    return new AppError('invalid-input', { fields: fields.map((f) => f.path).join(', ') }, fields);
  }
  const known = foreignCodes[error.code];
  if (known !== undefined) return new AppError(known, { limit: '' });
  if (passing.test(error.code ?? '')) return new AppError('unavailable');
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return new AppError('malformed-request');
  return new AppError('internal');
}

/** The RFC 9457 answer for a refusal, in the caller's language. */
export function problemFor(error: AppError, request: FastifyRequest): Problem {
  return {
    type: `/api/docs/errors#${error.code}`,
    title: errorText(error.code, request.locale, error.values),
    status: errors[error.code].status,
    code: error.code,
    instance: request.id,
    ...(error.fields.length > 0 ? { fields: error.fields } : {}),
  };
}

/** Fastify's error handler: every error leaves as problem+json; what we did not expect is logged, never shown. */
export function answerProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = toAppError(thrown as FastifyError);
  if (error.code === 'internal' || error.code === 'unavailable')
    request.log.error({ err: thrown }, 'request failed');
  if (typeof error.values.seconds === 'number') reply.header('retry-after', error.values.seconds);
  const problem = problemFor(error, request);
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
