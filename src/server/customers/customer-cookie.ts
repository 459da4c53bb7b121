import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../platform/config.ts';

export const CUSTOMER_COOKIE = 'okpay_customer';
/** The same secret where the centre stands in a frame of another site: browsers keep one for each such site (CHIPS). */
const FRAMED_COOKIE = 'okpay_customer_framed';
const REMEMBERED_SECONDS = 400 * 24 * 60 * 60;

export const newToken = (): string => randomBytes(32).toString('base64url');
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The secret this browser is remembered by; null when there is none that could be ours. */
export function readCustomerCookie(request: Pick<FastifyRequest, 'cookies'>): string | null {
  const token = request.cookies[CUSTOMER_COOKIE] ?? request.cookies[FRAMED_COOKIE];
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : null;
}

const framedOptions = {
  path: '/',
  httpOnly: true,
  sameSite: 'none',
  secure: true,
  partitioned: true,
} as const;

/** Makes this browser a newcomer again. */
export function clearCustomerCookies(reply: FastifyReply): void {
  reply.clearCookie(CUSTOMER_COOKIE, { path: '/' });
  reply.clearCookie(FRAMED_COOKIE, framedOptions);
}

/**
 * Lets this browser be remembered. A response cannot know whether it is read in a frame of another site, so where such
 * frames are allowed (`framed`) it offers both cookies: there a browser refuses the first and keeps the second.
 */
export function setCustomerCookie(reply: FastifyReply, config: Config, token: string, framed: boolean): void {
  if (framed) reply.setCookie(FRAMED_COOKIE, token, { ...framedOptions, maxAge: REMEMBERED_SECONDS });
  reply.setCookie(CUSTOMER_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl?.startsWith('https:') ?? false,
    maxAge: REMEMBERED_SECONDS,
  });
}
