import type { Sql } from 'postgres';
import type { Decided, Envelope } from '../../../src/server/conversations/commands.ts';
import { evolve } from '../../../src/server/conversations/evolve.ts';
import { type ConversationState, nothingYet } from '../../../src/server/conversations/state.ts';
import { loadStates } from '../../../src/server/conversations/store.ts';
import type { Witness } from '../witness.ts';
import type { StoredRow } from './read-log.ts';

/** What the log adds up to, line by line. */
function fold({ id, caseNumber, customerId }: ConversationState, lines: StoredRow[]): ConversationState {
  let state = nothingYet(id, caseNumber, customerId);
  for (const { type, body, actor, at, seq, hash } of lines) {
    const event = { type, body: JSON.parse(body) } as Decided;
    state = { ...evolve(state, event, { actor, at } as Envelope, seq), lastHash: hash.toString('hex') };
  }
  return state;
}

/** Every conversation's stored state against the fold of its log. */
export async function checkProjection(
  sql: Sql,
  log: Map<string, StoredRow[]>,
  witness: Witness,
): Promise<void> {
  for (const state of await loadStates(sql, [...log.keys()])) {
    const folded = fold(state, log.get(state.id) ?? []);
    for (const key of Object.keys(folded) as (keyof ConversationState)[]) {
      const [kept, meant] = [JSON.stringify(state[key]), JSON.stringify(folded[key])];
      if (kept !== meant)
        witness.violate('projection_differs', `${state.id} ${key}: ${kept}, the log says ${meant}`);
    }
  }
}

/** What both sides are told is unread, against the log and the receipts. */
export function checkUnread(
  log: Map<string, StoredRow[]>,
  shown: {
    c: string;
    receipts: { customer: number; staff: number };
    customerUnread: number;
    staffUnread: boolean;
  }[],
  witness: Witness,
): void {
  for (const { c, receipts, customerUnread, staffUnread } of shown) {
    const messages = (log.get(c) ?? []).filter(({ type }) => type === 'message.posted');
    const answers = messages.filter(
      ({ actor, seq }) => actor.kind !== 'customer' && seq > receipts.customer,
    ).length;
    const waiting = messages.some(({ actor, seq }) => actor.kind === 'customer' && seq > receipts.staff);
    if (Math.min(99, answers) !== customerUnread)
      witness.violate('unread_differs', `${c}: customer is told ${customerUnread}, it is ${answers}`);
    if (waiting !== staffUnread)
      witness.violate('unread_differs', `${c}: the desk is told ${staffUnread}, it is ${waiting}`);
  }
}
