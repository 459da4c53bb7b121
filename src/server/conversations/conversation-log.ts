import type { Sql } from 'postgres';
import { GroupCommit } from '../log/group-commit.ts';
import { Lanes } from '../log/lanes.ts';
import type { Bus } from '../realtime/bus.ts';
import type { Growth } from './append-store.ts';
import type { Envelope } from './commands.ts';
import { Committer, type Outcome } from './commit.ts';

/** The one way anything happens to a conversation. */
export interface ConversationLog {
  /**
   * Resolves once the command's events are committed to disk (or were there already).
   * Rejects with an AppError when it is refused, with another error when it is not known to be committed.
   */
  submit(envelope: Envelope): Promise<Outcome>;
  /** Commands are waiting for their commit: whoever has time should leave the processors to them. */
  readonly busy: boolean;
  /** Resolves when every submitted command is settled. */
  drain(): Promise<void>;
}

/** Batches under way in a lane: while the database writes one, the next is there already. */
const FLIGHTS = 2;

/**
 * @param connections one for each lane
 * @param committed called after each commit, before the senders hear of it, in log order for each conversation
 */
export function openConversationLog(
  connections: readonly Sql[],
  bus: Bus,
  committed: (growths: Growth[]) => void,
): ConversationLog {
  const notices = (growths: Growth[]) => bus.inCommit(growths.map(({ state }) => [state.id, state.lastSeq]));
  const committer = new Committer({ notices, committed });
  const lanes = new Lanes<Envelope, Outcome>(
    connections.map((sql) => new GroupCommit((batch) => committer.prepare(sql, batch), { flights: FLIGHTS })),
  );
  return {
    submit: (envelope) => lanes.submit(envelope.conversationId, envelope),
    drain: () => lanes.drain(),
    get busy() {
      return lanes.busy;
    },
  };
}
