import type { FastifyRequest } from 'fastify';
import { may, type Permission } from '../../contract/roles.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { findSession } from './find-session.ts';
import { readStaffCookie } from './staff-cookie.ts';

/**
 * A hook (`onRequest` or `preHandler`) that lets only signed-in staff pass, with `permission` where one is named.
 * As `onRequest` it answers before the body is read, so that a stranger learns nothing about what a route takes.
 * @throws AppError `not-signed-in`, `forbidden`
 */
export function requireStaff(
  deps: Pick<Deps, 'sql' | 'clock'>,
  permission?: Permission,
): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const token = readStaffCookie(request);
    const staff = token === null ? null : await findSession(deps, token);
    if (staff === null) throw new AppError('not-signed-in');
    if (permission !== undefined && !may(staff.role, permission)) throw new AppError('forbidden');
    request.staff = staff;
  };
}
