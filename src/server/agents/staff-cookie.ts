import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../platform/config.ts';

export const STAFF_COOKIE = 'okpay_staff';

/** The session's secret as the browser sent it; null when there is none that could be ours. */
export function readStaffCookie(request: FastifyRequest): string | null {
  const token = request.cookies[STAFF_COOKIE];
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : null;
}

const attributes = (config: Config) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: config.publicUrl?.startsWith('https:') ?? false,
});

export function setStaffCookie(reply: FastifyReply, config: Config, token: string): void {
  reply.setCookie(STAFF_COOKIE, token, {
    ...attributes(config),
    maxAge: config.staffSessionHours * 3600,
  });
}

export function clearStaffCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(STAFF_COOKIE, attributes(config));
}
