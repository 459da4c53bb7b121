/** Which agents have which conversation on their screen, on any node. */
import type { Notice } from '../realtime/bus.ts';

/** A viewer not heard of for this long is gone: its node died, or its notice was lost. */
const FORGET_AFTER_MS = 45_000;

interface Entry {
  c: string;
  agent: { id: string; name: string };
  typing: boolean;
  heardAt: number;
}

export class Viewers {
  readonly #byConnection = new Map<string, Entry>();

  /** Takes in a notice and returns the conversations whose viewers changed. */
  hear(notice: Extract<Notice, { kind: 'viewing' }>, nowMs: number): string[] {
    const before = this.#byConnection.get(notice.connection);
    if (notice.c === null) this.#byConnection.delete(notice.connection);
    else {
      const typing = before?.c === notice.c && before.typing;
      this.#byConnection.set(notice.connection, { c: notice.c, agent: notice.agent, typing, heardAt: nowMs });
    }
    if (before?.c === (notice.c ?? undefined)) return [];
    return [before?.c, notice.c].filter((c) => c !== undefined && c !== null);
  }

  /** An agent began or stopped typing; true when somebody looking at the conversation should know. */
  hearTyping(c: string, agentId: string, typing: boolean): boolean {
    let changed = false;
    for (const entry of this.#byConnection.values()) {
      if (entry.c !== c || entry.agent.id !== agentId || entry.typing === typing) continue;
      entry.typing = typing;
      changed = true;
    }
    return changed;
  }

  /** Drops those not heard of for long; returns the conversations they had open. */
  forgetSilent(nowMs: number): string[] {
    const gone = [...this.#byConnection].filter(([, entry]) => nowMs - entry.heardAt > FORGET_AFTER_MS);
    for (const [connection] of gone) this.#byConnection.delete(connection);
    return gone.map(([, entry]) => entry.c);
  }

  /** The `viewers` frame of a conversation: each agent once, however many tabs. */
  frame(c: string): string {
    const staff = new Map<string, { id: string; name: string; typing: boolean }>();
    for (const entry of this.#byConnection.values()) {
      if (entry.c !== c) continue;
      const typing = entry.typing || staff.get(entry.agent.id)?.typing === true;
      staff.set(entry.agent.id, { ...entry.agent, typing });
    }
    return JSON.stringify({ t: 'viewers', c, staff: [...staff.values()] });
  }
}
