import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { allowFrames } from '../headers.ts';
import { type Page, renderDocument } from '../parts/document.ts';
import { sendPage } from '../send-page.ts';
import { openView, type View } from '../view.ts';

/** Pages are not part of the documented API. */
export const hidden = { schema: { hide: true } } as const;

/** What a page needs beyond its frame; null: there is no such page. */
export type Build<Params> = (
  view: View,
  request: FastifyRequest & { params: Params },
) => Promise<Page | null> | Page | null;

/** Answers with a page, or with the not-found page. */
export async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  view: View,
  page: Page | null,
  status = 200,
): Promise<FastifyReply> {
  if (page === null) {
    reply.callNotFound();
    return reply;
  }
  allowFrames(reply, view.sites);
  return sendPage(request, reply, renderDocument(view, page), { locale: view.locale, status });
}

/** A page at an address. */
export function page<Params = unknown>(app: App, deps: Deps, path: string, build: Build<Params>): void {
  app.get(path, hidden, async (request, reply) => {
    const view = await openView(deps, request);
    return answer(request, reply, view, await build(view, request as FastifyRequest & { params: Params }));
  });
}
