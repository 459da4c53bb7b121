import type { Sql } from 'postgres';
import type { Counters } from '../../contract/frames.ts';
import { coalesce } from '../realtime/coalesce.ts';
import type { Connection } from '../realtime/connection.ts';
import type { Hub } from '../realtime/hub.ts';
import { MissedRows } from './missed-rows.ts';
import { summariesOf, type Tally, tally } from './summary-store.ts';

const ROWS_EVERY_MS = 200;
const COUNTERS_EVERY_MS = 1000;
/** More changed rows than this at once, and the desk fetches its page again instead. */
const ROWS_MAX = 100;

export const countersFor = (all: Tally, staffId: string): Counters => ({
  mine: all.byAgent.get(staffId) ?? 0,
  unassigned: all.unassigned,
  all: all.all,
  resolved: all.resolved,
  teams: all.teams,
});

/** Keeps the lists of those who watch the inbox current: rows that changed, gathered, and the counters, less often. */
export class InboxFeed {
  readonly #sql: Sql;
  readonly #hub: Hub;
  readonly #changed = new Set<string>();
  readonly #missed = new MissedRows();
  #inDoubt = false;
  readonly #rows: { poke(): void; stop(): void };
  readonly #counters: { poke(): void; stop(): void };

  constructor(sql: Sql, hub: Hub, onError: (error: unknown) => void) {
    this.#sql = sql;
    this.#hub = hub;
    this.#rows = coalesce(ROWS_EVERY_MS, () => this.#sendRows(), onError);
    this.#counters = coalesce(COUNTERS_EVERY_MS, () => this.#sendCounters(), onError);
  }

  changed(conversationId: string): void {
    // Nobody's list can need more than one page's worth and the word "stale"; do not gather without bound.
    if (this.#changed.size <= ROWS_MAX) this.#changed.add(conversationId);
    this.#missed.changed(conversationId);
    this.#rows.poke();
    this.#counters.poke();
  }

  /** What other nodes changed may have been missed: every list is to be fetched again. */
  doubt(): void {
    this.#inDoubt = true;
    this.#missed.forgetAll();
    this.#rows.poke();
    this.#counters.poke();
  }

  /** A desk begins to watch: it gets the counters at once, and over a long poll what it missed between two turns. */
  async watch(connection: Connection): Promise<void> {
    connection.watchesInbox = true;
    try {
      if (connection.fleeting) await this.#tellMissed(connection);
      this.#tellCounters(connection, await tally(this.#sql));
    } catch (error) {
      this.#counters.poke();
      throw error;
    }
  }

  async #tellMissed(connection: Connection): Promise<void> {
    const { sessionId } = connection.identity;
    const ids = this.#missed.take(sessionId, Date.now());
    if (ids?.length === 0) return;
    const changed = await summariesOf(this.#sql, ids ?? []).catch((error: unknown) => {
      this.#missed.forget(sessionId);
      throw error;
    });
    connection.send(JSON.stringify({ t: 'inbox', changed, stale: ids === null }));
  }

  stop(): void {
    this.#rows.stop();
    this.#counters.stop();
  }

  #watchers(): Connection[] {
    return [...this.#hub.connections].filter((connection) => connection.watchesInbox);
  }

  async #sendRows(): Promise<void> {
    const ids = [...this.#changed];
    const stale = this.#inDoubt || ids.length > ROWS_MAX;
    this.#changed.clear();
    this.#inDoubt = false;
    const watchers = this.#watchers();
    if (watchers.length === 0 || (ids.length === 0 && !stale)) return;
    const changed = stale
      ? []
      : await summariesOf(this.#sql, ids).catch((error: unknown) => {
          // No list may keep an old row because the database was away for a moment: they are sent by the next run.
          for (const id of ids) this.#changed.add(id);
          throw error;
        });
    const frame = JSON.stringify({ t: 'inbox', changed, stale });
    for (const connection of watchers) connection.send(frame);
  }

  async #sendCounters(): Promise<void> {
    const watchers = this.#watchers();
    if (watchers.length === 0) return;
    const all = await tally(this.#sql);
    for (const connection of watchers) this.#tellCounters(connection, all);
  }

  #tellCounters(connection: Connection, all: Tally): void {
    connection.send(
      JSON.stringify({ t: 'counters', counters: countersFor(all, connection.identity.subjectId) }),
    );
  }
}
