import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Html } from './html.ts';
import { rememberLocale } from './page-locale.ts';

const br = promisify(brotliCompress);
const gz = promisify(gzip);

/** Pages shorter than this fit one packet anyway. */
const COMPRESS_FROM = 1_024;

async function encode(reply: FastifyReply, accepted: string, body: Buffer): Promise<Buffer> {
  if (body.length < COMPRESS_FROM) return body;
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted)) {
    reply.header('content-encoding', 'br');
    return br(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  }
  if (/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted)) {
    reply.header('content-encoding', 'gzip');
    return gz(body);
  }
  return body;
}

const matches = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((part) => part.trim() === tag || part.trim() === '*');

/**
 * Answers with a page. Its ETag is a digest of the content, so that an unchanged page costs one round trip and no
 * bytes; it is `private` because it may show whose conversations these are.
 */
export async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Html,
  { status = 200, locale }: { status?: number; locale: string },
): Promise<FastifyReply> {
  const body = Buffer.from(page.text);
  const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  rememberLocale(request, reply);
  reply.headers({
    'content-type': 'text/html; charset=utf-8',
    'content-language': locale,
    'cache-control': 'private, no-cache',
    vary: 'Accept-Language, Cookie, Accept-Encoding',
  });
  if (status === 200) {
    reply.header('etag', tag);
    if (matches(request.headers['if-none-match'], tag)) return reply.code(304).send();
  }
  return reply.code(status).send(await encode(reply, String(request.headers['accept-encoding'] ?? ''), body));
}
