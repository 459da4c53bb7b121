import type { Sql } from 'postgres';
import { GroupCommit } from '../log/group-commit.ts';
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

/** @param committed called after each commit, before the senders hear of it, in log order for each conversation */
export function openConversationLog(
  sql: Sql,
  bus: Bus,
  committed: (growths: Growth[]) => void,
): ConversationLog {
  const committer = new Committer({
    sql,
    notices: (growths) => bus.inCommit(growths.map(({ state }) => [state.id, state.lastSeq])),
    committed,
  });
  // Only on a single connection does a batch surely come after the one it builds on.
  const flights = sql.options.max === 1 ? 2 : 1;
  const group = new GroupCommit<Envelope, Outcome>(committer.prepare, { flights });
  return {
    submit: (envelope) => group.submit(envelope),
    drain: () => group.drain(),
    get busy() {
      return group.busy;
    },
  };
}
