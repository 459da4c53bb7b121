import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type ErrorCode, errors, errorText } from '../../contract/errors.ts';
import { fieldPhrase, fieldText } from '../../contract/field-words.ts';
import type { Locale } from '../../contract/locale.ts';
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
  // Values that a schema lets through and PostgreSQL cannot hold: NUL or half a character in a text, the year 0000.
  '22021': 'malformed-request',
  '22P05': 'malformed-request',
  '22007': 'malformed-request',
  '22008': 'malformed-request',
};

/** The database is away, restarting or in another's hands: whoever asks again in a moment will be answered. */
const passing =
  /^(CONNECT|E(CONN|PIPE|NOENT|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)|08|25006|40001|40P01|53\d{3}|57P0[123])/;

function toAppError(error: FastifyError | AppError, locale: Locale): AppError {
  if (error instanceof AppError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((issue) => ({
      path: issue.instancePath.replace(/^\//, '').replaceAll('/', '.') || (error.validationContext ?? 'body'),
      message: fieldText(
        { code: issue.keyword, message: issue.message ?? '', details: issue.params },
        locale,
      ),
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

const fieldIn = ({ path, message }: { path: string; message: string }, locale: Locale) => ({
  path,
  message: fieldPhrase(message, locale),
});

/** The RFC 9457 answer for a refusal, in the caller's language. */
export function problemFor(error: AppError, request: FastifyRequest): Problem {
  return {
    type: `/api/docs/errors#${error.code}`,
    title: errorText(error.code, request.locale, error.values),
    status: errors[error.code].status,
    code: error.code,
    instance: request.id,
    ...(error.fields.length > 0 ? { fields: error.fields.map((f) => fieldIn(f, request.locale)) } : {}),
  };
}

/** Fastify's error handler: every error leaves as problem+json; what we did not expect is logged, never shown. */
export function answerProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = toAppError(thrown as FastifyError, request.locale);
  if (error.code === 'internal' || error.code === 'unavailable')
    request.log.error({ err: thrown }, 'request failed');
  if (typeof error.values.seconds === 'number') reply.header('retry-after', error.values.seconds);
  const problem = problemFor(error, request);
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
