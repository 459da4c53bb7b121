import type { Sql } from 'postgres';
import type { Party } from './connection.ts';

export interface TicketHolder {
  party: Party;
  subjectId: string;
  sessionId: string;
  /** Address of whoever asked for it. */
  ip: string;
}

export async function insertTicket(
  sql: Sql,
  hash: Buffer,
  holder: TicketHolder,
  expiresAt: Date,
): Promise<void> {
  await sql`insert into socket_tickets (ticket_hash, party, subject_id, session_id, ip, expires_at)
    values (${hash}, ${holder.party}, ${holder.subjectId}, ${holder.sessionId}, ${holder.ip}, ${expiresAt})`;
}

/** Takes a ticket out, so that it opens one socket only; null when there is none or it has expired. */
export async function takeTicket(sql: Sql, hash: Buffer, now: Date): Promise<TicketHolder | null> {
  const [row] = await sql`delete from socket_tickets where ticket_hash = ${hash} returning *`;
  if (row === undefined || row.expires_at <= now) return null;
  return { party: row.party, subjectId: row.subject_id, sessionId: row.session_id, ip: row.ip };
}

export async function deleteExpiredTickets(sql: Sql, now: Date): Promise<void> {
  await sql`delete from socket_tickets where expires_at < ${now}`;
}
