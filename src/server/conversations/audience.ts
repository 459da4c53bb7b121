/**
 * Who receives which line of the log, and with which fields: the one place where internal lines are kept from
 * customers. Pages, sockets, long polls and transcripts all pass through here.
 */
import type { Actor, EventType } from '../../contract/events.ts';
import type { LogRow } from '../log/row.ts';
import type { Party } from '../realtime/connection.ts';

const forCustomers: Record<EventType, boolean> = {
  'conversation.started': true,
  'message.posted': true,
  'note.added': false,
  'message.redacted': true,
  'note.redacted': false,
  'conversation.assigned': true,
  'conversation.tagged': false,
  'priority.changed': false,
  'answer.offered': true,
  'answer.judged': true,
  'conversation.resolved': true,
  'conversation.reopened': true,
};

export function maySee(row: LogRow, party: Party): boolean {
  return party === 'staff' || forCustomers[row.type];
}

/** Lines of which customers see a part. */
const partly = new Set<EventType>(['conversation.started', 'conversation.assigned']);

/** The line looks the same to everybody: one text of it serves all. */
export const isForAll = ({ type }: LogRow): boolean => forCustomers[type] && !partly.has(type);

/** Customers learn who they talk with; which team a case lies with and how urgent we find it is our own affair. */
function bodyFor(row: LogRow, party: Party): string {
  if (row.body === null) return '{"text":""}';
  if (party === 'staff' || !partly.has(row.type)) return row.body;
  const { priority: _, ...body } = JSON.parse(row.body) as Record<string, unknown>;
  return JSON.stringify(row.type === 'conversation.assigned' ? { ...body, team: null } : body);
}

/** A customer is only an id, which needs no escaping. */
const actorText = (actor: Actor): string =>
  actor.kind === 'customer' ? `{"kind":"customer","id":"${actor.id}"}` : JSON.stringify(actor);

/** The line as JSON text, as `party` may see it; null when it may not. The body is passed on as it was digested. */
export function encode(row: LogRow, party: Party): string | null {
  if (!maySee(row, party)) return null;
  return `{"seq":${row.seq},"id":"${row.id}","at":"${row.at}","actor":${actorText(row.actor)},"type":"${row.type}","body":${bodyFor(row, party)}}`;
}
