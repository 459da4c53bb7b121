import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { inspect } from '../guard/inspect.ts';
import { readSites } from '../launcher/read-sites.ts';
import { AppError } from '../platform/app-error.ts';
import { newToken, readCustomerCookie, setCustomerCookie, tokenHash } from './customer-cookie.ts';
import { findSession, insertCustomer } from './customer-store.ts';

/** The customer behind a request, known by the cookie of their browser. */
export interface RequestCustomer {
  readonly id: string;
  readonly sessionId: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `requireCustomer`; read it only in routes that have it as a hook. */
    customer: RequestCustomer;
  }
}

/** Who this browser is remembered as; null for a newcomer. */
export async function findCustomerOf(
  deps: Pick<Deps, 'sql'>,
  request: Pick<FastifyRequest, 'cookies'>,
): Promise<RequestCustomer | null> {
  const token = readCustomerCookie(request);
  if (token === null) return null;
  const session = await findSession(deps.sql, tokenHash(token));
  return session === null ? null : { id: session.customerId, sessionId: session.sessionId };
}

/** A hook that lets only known customers pass. @throws AppError `not-signed-in` */
export function requireCustomer(deps: Pick<Deps, 'sql'>): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const customer = await findCustomerOf(deps, request);
    if (customer === null) throw new AppError('not-signed-in');
    request.customer = customer;
  };
}

/** The customer behind a request; a newcomer is given an identity, remembered by cookie. */
export async function ensureCustomer(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RequestCustomer> {
  const known = await findCustomerOf(deps, request);
  if (known !== null) return known;
  const customer = { id: randomUUID(), locale: request.locale };
  const token = newToken();
  const userAgent = inspect((request.headers['user-agent'] ?? '').slice(0, 300), request.locale).text;
  const session = { id: randomUUID(), tokenHash: tokenHash(token), userAgent };
  await insertCustomer(deps.sql, customer, session);
  setCustomerCookie(reply, deps.config, token, (await readSites(deps.sql)).length > 0);
  return { id: customer.id, sessionId: session.id };
}
