import type { FastifyRequest } from 'fastify';
import type { Origin } from '../start-session.ts';

/** Where a request came from. */
export const originOf = (request: FastifyRequest): Origin => ({
  ip: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
});
