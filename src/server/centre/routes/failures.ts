import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { errors, errorText } from '../../../contract/errors.ts';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../platform/app-error.ts';
import type { App } from '../../platform/http.ts';
import { answerProblem } from '../../platform/problem.ts';
import { allowFrames } from '../headers.ts';
import { pageLocale } from '../page-locale.ts';
import { failurePage } from '../pages/failure.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { renderDocument } from '../parts/document.ts';
import { sendPage } from '../send-page.ts';
import { openView } from '../view.ts';
import { wordsFor } from '../words.ts';

/** Whether somebody looks at the answer: a browser that went to an address outside the API. */
function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
}

/** Answers for an address where nothing lives: a page for people, problem details for programs. */
export function notFoundHandler(deps: Deps) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (!wantsPage(request)) return answerProblem(new AppError('not-found'), request, reply);
    const view = await openView(deps, request);
    allowFrames(reply, view.sites);
    return sendPage(request, reply, renderDocument(view, notFoundPage(view)), {
      status: 404,
      locale: view.locale,
    });
  };
}

/** Answers for a page that failed, in words; what happened is logged with the reference shown. */
export async function answerFailure(
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const code =
    thrown instanceof AppError ? thrown.code : (thrown as FastifyError).validation ? 'invalid-input' : null;
  if (code === 'not-found') {
    reply.callNotFound();
    return reply;
  }
  if (!wantsPage(request)) return answerProblem(thrown, request, reply);
  const status = code === null ? ((thrown as FastifyError).statusCode ?? 500) : errors[code].status;
  if (status >= 500) request.log.error({ err: thrown }, 'page failed');
  const t = wordsFor(pageLocale(request));
  const known = code ?? (status >= 500 ? 'internal' : 'malformed-request');
  const says = errorText(known, t.locale, thrown instanceof AppError ? thrown.values : { fields: '' });
  const seconds = thrown instanceof AppError ? thrown.values.seconds : undefined;
  if (typeof seconds === 'number') reply.header('retry-after', seconds);
  return sendPage(request, reply, failurePage(t, says, request.id), { status, locale: t.locale });
}

/** The server's answer where nothing lives. There can be only one, so it serves the API as well. */
export function registerNotFound(app: App, deps: Deps): void {
  app.setNotFoundHandler(notFoundHandler(deps));
}
