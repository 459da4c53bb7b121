import type { Priority } from '../contract/events.ts';
import type { Waiting } from './snapshot.ts';

const MINUTE = 60_000;

/**
 * A head start in waiting time. It is finite, which is the ageing: whoever has waited so much longer goes first, and
 * nobody waits for ever. Four hours is longer than anybody waits in a day's chat, so that emergencies do go first.
 */
export const headStart: Record<Priority, number> = { P1: 240 * MINUTE, P2: 10 * MINUTE, normal: 0 };
/** A case that lost its agent goes before everything but emergencies. */
const FRONT = 120 * MINUTE;

const dueAt = ({ priority, front, since }: Waiting): number =>
  since - headStart[priority] - (front ? FRONT : 0);

/** Who goes first. The id settles what is otherwise equal, so that every node finds the same order. */
export function byTurn(a: Waiting, b: Waiting): number {
  return dueAt(a) - dueAt(b) || (a.id < b.id ? -1 : 1);
}
