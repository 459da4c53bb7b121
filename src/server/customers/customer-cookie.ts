import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../platform/config.ts';

export const CUSTOMER_COOKIE = 'okpay_customer';
const REMEMBERED_SECONDS = 400 * 24 * 60 * 60;

export const newToken = (): string => randomBytes(32).toString('base64url');
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The secret this browser is remembered by; null when there is none that could be ours. */
export function readCustomerCookie(request: Pick<FastifyRequest, 'cookies'>): string | null {
  const token = request.cookies[CUSTOMER_COOKIE];
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : null;
}

export function setCustomerCookie(reply: FastifyReply, config: Config, token: string): void {
  reply.setCookie(CUSTOMER_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl?.startsWith('https:') ?? false,
    maxAge: REMEMBERED_SECONDS,
  });
}
