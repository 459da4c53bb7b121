/** The host site says who is signed in there: one subject is one customer, on every device. */
import { createHash, randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SiteClaims } from '../../contract/identity.ts';
import type { Deps } from '../deps.ts';
import { inspect } from '../guard/inspect.ts';
import { readSites } from '../launcher/read-sites.ts';
import { AppError } from '../platform/app-error.ts';
import { clearCustomerCookies, newToken, setCustomerCookie, tokenHash } from './customer-cookie.ts';
import { findCustomerOf } from './identify.ts';
import { rememberDetails } from './remember-details.ts';
import { insertSession, lockSubject, signOutSubject, verifyEmail } from './site-identity-store.ts';
import { verifySiteToken } from './verify-site-token.ts';

const audienceOf = ({ publicUrl, port }: Deps['config']): string => publicUrl ?? `http://localhost:${port}`;

const subjectHash = (sub: string): Buffer => createHash('sha256').update(sub).digest();

/** Tokens count in seconds: one of the second in which somebody signed out is refused. */
const isFromBefore = ({ iat }: SiteClaims, signedOutAt: Date | null): boolean =>
  signedOutAt !== null && iat <= Math.floor(signedOutAt.getTime() / 1000);

/**
 * Remembers this browser as whoever the token names. What the browser was remembered as before stays a customer of its
 * own: an unsigned name never gains a history, nor leaves one.
 * @returns whether that is somebody else than before
 * @throws AppError `identity-refused`
 */
export async function identifyBySite(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
): Promise<boolean> {
  const { config, sql, clock } = deps;
  const now = clock.now();
  const claims = await verifySiteToken(token, {
    keys: config.identityKeys,
    audience: audienceOf(config),
    now,
  });
  const before = await findCustomerOf(deps, request);
  const secret = newToken();
  const userAgent = inspect((request.headers['user-agent'] ?? '').slice(0, 300), request.locale).text;
  const locale = claims.locale ?? request.locale;
  const { id, isNew } = await sql.begin(async (tx) => {
    const known = await lockSubject(tx, subjectHash(claims.sub), { id: randomUUID(), locale });
    if (isFromBefore(claims, known.signedOutAt))
      throw new AppError('identity-refused', {}, [
        { path: 'token', message: 'was signed before the sign-out' },
      ]);
    if (before?.id === known.id) return { id: known.id, isNew: false };
    await insertSession(tx, {
      id: randomUUID(),
      tokenHash: tokenHash(secret),
      customerId: known.id,
      userAgent,
    });
    return { id: known.id, isNew: true };
  });
  const { name, email, phone, account } = claims;
  await rememberDetails(deps, id, { name, email, phone, account, locale: claims.locale });
  if (email !== undefined) await verifyEmail(sql, id, now);
  if (isNew) setCustomerCookie(reply, config, secret, (await readSites(sql)).length > 0);
  return isNew;
}

/**
 * The customer signed out on the host site: their sessions end everywhere, and this browser is nobody's again.
 * @returns whether it was somebody's whom the site had named
 */
export async function signOutOfSite(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  const customer = await findCustomerOf(deps, request);
  if (customer === null) return false;
  const sessionIds = await deps.sql.begin((tx) => signOutSubject(tx, customer.id, deps.clock.now()));
  if (sessionIds.length === 0) return false;
  deps.bus.publish({ kind: 'session-ended', sessionIds });
  clearCustomerCookies(reply);
  return true;
}
