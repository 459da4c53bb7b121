/**
 * A ticket lets a page that is signed in by cookie open one socket. It lives 30 seconds, works once and is kept only
 * as a hash; it travels inside the first frame and never in a URL, where a proxy would log it.
 */
import { hash, randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import type { Clock } from '../platform/clock.ts';
import { deleteExpiredTickets, insertTicket, type TicketHolder, takeTicket } from './ticket-store.ts';

export const TICKET_SECONDS = 30;
/** One new ticket in this many also clears away those that nobody used. */
const SWEEP_ONE_IN = 200;

const hashOf = (ticket: string): Buffer => hash('sha256', ticket, 'buffer');

export async function issueTicket(sql: Sql, clock: Clock, holder: TicketHolder): Promise<string> {
  if (Math.random() * SWEEP_ONE_IN < 1) await deleteExpiredTickets(sql, clock.now());
  const ticket = randomBytes(24).toString('base64url');
  await insertTicket(sql, hashOf(ticket), holder, new Date(clock.now().getTime() + TICKET_SECONDS * 1000));
  return ticket;
}

export async function redeemTicket(sql: Sql, clock: Clock, ticket: string): Promise<TicketHolder | null> {
  return takeTicket(sql, hashOf(ticket), clock.now());
}
