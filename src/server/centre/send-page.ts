import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Html } from './html.ts';
import { rememberLocale } from './page-locale.ts';
import { sendCached, sendText } from './send-cached.ts';

/** Answers with a page; it is `private` because it may show whose conversations these are. */
export async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Html,
  { status = 200, locale }: { status?: number; locale: string },
): Promise<FastifyReply> {
  rememberLocale(request, reply);
  reply.code(status).headers({
    'content-type': 'text/html; charset=utf-8',
    'content-language': locale,
    'cache-control': 'private, no-cache',
    vary: 'Accept-Language, Cookie, Accept-Encoding, Sec-Fetch-Dest',
  });
  if (status !== 200) return sendText(request, reply, Buffer.from(page.text));
  return sendCached(request, reply, page.text);
}
