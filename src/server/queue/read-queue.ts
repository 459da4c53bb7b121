import type { QueueRow, QueueView } from '../../contract/queue.ts';
import { byTurn } from '../../queue/order.ts';
import type { Waiting } from '../../queue/snapshot.ts';
import { summariesById } from '../conversations/summaries-by-id.ts';
import type { Deps } from '../deps.ts';
import { type Board, readBoard } from './board.ts';
import { readSettings } from './settings.ts';
import { readWaitHistory } from './wait-history.ts';

const ROWS_MAX = 200;

type Conversations = Awaited<ReturnType<typeof summariesById>>;

function rowOf(board: Board, conversations: Conversations, late: number) {
  return (waiting: Waiting): QueueRow[] => {
    const conversation = conversations.get(waiting.id);
    // Taken since the board was read.
    if (conversation === undefined || conversation.agent !== null) return [];
    const { teamId, since, front } = waiting;
    return [
      {
        conversation,
        teamId,
        since: new Date(since).toISOString(),
        place: board.placeOf(waiting),
        range: board.expect(waiting)?.range ?? null,
        front,
        unattended: since < late,
        offeredTo: board.queue.rows.get(waiting.id)?.offeredTo ?? null,
      },
    ];
  };
}

/** Who waits, in the order of their turn, and who is there to help. */
export async function readQueue(deps: Deps): Promise<QueueView> {
  const [board, settings, { score }] = await Promise.all([
    readBoard(deps),
    readSettings(deps.sql),
    readWaitHistory(deps),
  ]);
  const { waiting, agents, now } = board.queue;
  const late = now - settings.unattendedSeconds * 1000;
  const first = waiting.toSorted(byTurn).slice(0, ROWS_MAX);
  const conversations = await summariesById(
    deps.sql,
    first.map(({ id }) => id),
  );
  return {
    rows: first.flatMap(rowOf(board, conversations, late)),
    waiting: waiting.length,
    unattended: waiting.filter(({ since }) => since < late).length,
    agents: agents.length,
    free: agents.filter(({ load, capacity }) => load + 1 <= capacity).length,
    score,
  };
}
