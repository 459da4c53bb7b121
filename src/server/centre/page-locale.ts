import type { FastifyReply, FastifyRequest } from 'fastify';
import { Locale } from '../../contract/locale.ts';

const COOKIE = 'okpay_lang';
const YEAR_SECONDS = 31_536_000;

const asked = (request: FastifyRequest): Locale | undefined =>
  Locale.safeParse((request.query as { lang?: unknown }).lang).data;

const remembered = (request: FastifyRequest): Locale | undefined =>
  Locale.safeParse(request.cookies[COOKIE]).data;

/** A page's language: `?lang=`, else what was chosen before on this device, else what the browser prefers. */
export function pageLocale(request: FastifyRequest): Locale {
  return asked(request) ?? remembered(request) ?? request.locale;
}

/** Whether a browser asks for this page to show it in a frame (Fetch Metadata). */
export const isFramed = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  headers['sec-fetch-dest'] === 'iframe';

/** Keeps a language that was just chosen by `?lang=` for a year. */
export function rememberLocale(request: FastifyRequest, reply: FastifyReply): void {
  const choice = asked(request);
  if (choice === undefined || choice === remembered(request)) return;
  const framed = isFramed(request);
  reply.setCookie(COOKIE, choice, {
    path: '/',
    maxAge: YEAR_SECONDS,
    httpOnly: true,
    sameSite: framed ? 'none' : 'lax',
    secure: framed || request.protocol === 'https',
    partitioned: framed,
  });
}
