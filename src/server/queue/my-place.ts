import type { MyPlace } from '../../contract/queue.ts';
import { byTurn } from '../../queue/order.ts';
import type { Deps } from '../deps.ts';
import { readBoard } from './board.ts';
import { keepShown } from './store.ts';

const nowhere: MyPlace = { place: null, range: null, attended: false, emergenciesAhead: 0, front: false };

/** Where a customer stands, and how much longer it takes. What is said first is remembered, and later compared. */
export async function myPlace(deps: Pick<Deps, 'sql' | 'clock'>, conversationId: string): Promise<MyPlace> {
  const board = await readBoard(deps);
  const me = board.waiting(conversationId);
  if (me === undefined) return nowhere;
  const expected = board.expect(me);
  if (expected !== null && board.queue.rows.get(me.id)?.shown === false) {
    const { mean, deviation, range } = expected;
    await keepShown(deps.sql, conversationId, { mean, deviation, ...range }, deps.clock.now());
  }
  const emergenciesAhead = board.queue.waiting.filter(
    (other) => other.priority === 'P1' && other.since > me.since && byTurn(other, me) < 0,
  ).length;
  return {
    place: board.placeOf(me),
    range: expected?.range ?? null,
    attended: board.isAttended(me),
    emergenciesAhead,
    front: me.front,
  };
}
