import type { FastifyRequest } from 'fastify';
import { UNATTENDED } from '../../contract/limits.ts';
import { may, type Permission } from '../../contract/roles.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { findSession } from './find-session.ts';
import { CONFIRMED_SECONDS } from './session-limits.ts';
import { readStaffCookie } from './staff-cookie.ts';

/**
 * A hook (`onRequest` or `preHandler`) that lets only signed-in staff pass, with `permission` where one is named.
 * As `onRequest` it answers before the body is read, so that a stranger learns nothing about what a route takes.
 * @throws AppError `not-signed-in`, `forbidden`
 */
export function requireStaff(
  deps: Pick<Deps, 'sql' | 'clock' | 'config'>,
  permission?: Permission,
): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const token = readStaffCookie(request);
    const staff =
      token === null ? null : await findSession(deps, token, request.headers[UNATTENDED] === undefined);
    if (staff === null) throw new AppError('not-signed-in');
    if (permission !== undefined && !may(staff.role, permission)) throw new AppError('forbidden');
    request.staff = staff;
  };
}

/**
 * The same for what is grave - who gets in, what is called ours: an open desk whose owner went for coffee must not be
 * enough, so the sign-in or a proof after it must be of the last minutes.
 * @throws AppError `not-signed-in`, `forbidden`, `confirm-needed`
 */
export function requireFresh(
  deps: Pick<Deps, 'sql' | 'clock' | 'config'>,
  permission: Permission,
): (request: FastifyRequest) => Promise<void> {
  const require = requireStaff(deps, permission);
  return async (request) => {
    await require(request);
    const age = deps.clock.now().getTime() - request.staff.confirmedAt.getTime();
    if (age > CONFIRMED_SECONDS * 1000) throw new AppError('confirm-needed');
  };
}
