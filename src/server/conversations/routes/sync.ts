import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SyncRequest, SyncResponse } from '../../../contract/frames.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import { requireCustomer } from '../../customers/identify.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import type { Allowances } from '../../realtime/allowances.ts';
import type { Identity } from '../../realtime/connection.ts';
import { sync } from '../../realtime/sync.ts';
import { issueTicket, TICKET_SECONDS } from '../../realtime/tickets.ts';
import type { Live } from '../live.ts';
import { receive } from '../socket/handlers.ts';
import { customerIdentity, staffIdentity } from '../socket/identities.ts';
import { sendJson } from './shapes.ts';

const tags = ['live'];
const Ticket = z.object({ ticket: z.string(), expiresInSeconds: z.int() });

/** What sockets need - a ticket - and what stands in for them where they are blocked, for both sides. */
export function registerSyncRoutes(app: App, deps: Deps, live: Live, allowances: Allowances): void {
  const turn = async (
    identity: Identity,
    body: SyncRequest,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const aborted = new Promise<void>((resolve) => reply.raw.once('close', resolve));
    const ports = {
      hub: deps.hub,
      receive: (connection: Parameters<typeof receive>[2], frame: Parameters<typeof receive>[3]) =>
        receive(deps, live, connection, frame),
      take: ({ subjectId }: Identity) => allowances.take(subjectId),
      left: (connection: Parameters<Live['left']>[0]) => live.left(connection),
    };
    return sendJson(reply, await sync(ports, identity, request.locale, body, aborted));
  };
  const ticketSchema = { tags, summary: 'A ticket that opens one socket', response: { 200: Ticket } };
  const syncSchema = {
    tags,
    summary: 'One turn of the long poll',
    body: SyncRequest,
    response: { 200: SyncResponse },
  };

  const customer = { onRequest: requireCustomer(deps) };
  app.post(
    '/api/my/socket-tickets',
    { ...customer, schema: ticketSchema },
    async ({ ip, customer: { id, sessionId } }) => ({
      ticket: await issueTicket(deps.sql, deps.clock, { party: 'customer', subjectId: id, sessionId, ip }),
      expiresInSeconds: TICKET_SECONDS,
    }),
  );
  app.post('/api/my/sync', { ...customer, schema: syncSchema }, (request, reply) =>
    turn(
      customerIdentity(request.customer.id, request.customer.sessionId, request.ip),
      request.body,
      request,
      reply,
    ),
  );

  const staff = { onRequest: requireStaff(deps, 'conversation.read') };
  app.post(
    '/api/desk/socket-tickets',
    { ...staff, schema: ticketSchema },
    async ({ ip, staff: { id, sessionId } }) => ({
      ticket: await issueTicket(deps.sql, deps.clock, { party: 'staff', subjectId: id, sessionId, ip }),
      expiresInSeconds: TICKET_SECONDS,
    }),
  );
  app.post('/api/desk/sync', { ...staff, schema: syncSchema }, (request, reply) =>
    turn(staffIdentity(request.staff, request.ip), request.body, request, reply),
  );
}
