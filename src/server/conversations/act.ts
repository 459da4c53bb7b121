import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { AuditAction } from '../../contract/audit.ts';
import type { Actor } from '../../contract/events.ts';
import type { Deps } from '../deps.ts';
import type { Command, Trace } from './commands.ts';
import type { Outcome } from './commit.ts';

/** The signed-in member of staff, as the log names them. */
export function agentOf({ staff }: FastifyRequest): Actor {
  return { kind: 'agent', id: staff.id, name: staff.name, staffNumber: staff.staffNumber };
}

export function traceOf(
  request: FastifyRequest,
  action: AuditAction,
  detail: Record<string, unknown> = {},
): Trace {
  return { action, staffName: request.staff.fullName, ip: request.ip, detail };
}

/** A member of staff does something to a conversation: event and audit line go to disk together. */
export async function act(
  deps: Deps,
  request: FastifyRequest,
  conversationId: string,
  command: Command,
  trace: Trace,
): Promise<{ id: string; outcome: Outcome }> {
  const id = randomUUID();
  const at = deps.clock.now().toISOString();
  const outcome = await deps.log.submit({ conversationId, id, at, actor: agentOf(request), command, trace });
  return { id, outcome };
}
