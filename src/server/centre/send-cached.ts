import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const br = promisify(brotliCompress);
const gz = promisify(gzip);

/** Texts shorter than this fit one packet anyway. */
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

/** Answers with a text, compressed as the caller takes it. */
export async function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  body: Buffer,
): Promise<FastifyReply> {
  return reply.send(await encode(reply, String(request.headers['accept-encoding'] ?? ''), body));
}

/** Answers with a text whose ETag is a digest of it, so that an unchanged one costs one round trip and no bytes. */
export async function sendCached(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
): Promise<FastifyReply> {
  const body = Buffer.from(text);
  const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag);
  if (matches(request.headers['if-none-match'], tag)) return reply.code(304).send();
  return sendText(request, reply, body);
}
