/** Ties staff sockets to staff sessions: a session that ends closes its sockets, and who is connected is known to all nodes. */
import type { Deps } from '../deps.ts';
import { coalesce } from '../realtime/coalesce.ts';
import type { Connection } from '../realtime/connection.ts';
import { replaceConnections } from './connection-store.ts';
import { liveSessions } from './live-sessions.ts';
import { presencesOf } from './people-store.ts';

/** A session that ended without a notice closes its sockets within this time. */
const CHECK_EVERY_MS = 2_000;
const RENEW_EVERY_MS = 10_000;
const GATHER_MS = 100;

export class SocketWatch {
  readonly #deps: Deps;
  readonly #timers: NodeJS.Timeout[];
  readonly #renewal: { poke(): void; stop(): void };
  /** Staff with a socket on this node when it was last written down. */
  #here: ReadonlySet<string> = new Set();

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#renewal = coalesce(
      GATHER_MS,
      () => this.renew(),
      (err) => deps.logger.warn({ err }, 'presence not written'),
    );
    deps.bus.hear((notice) => {
      if (notice.kind === 'session-ended') this.#close(new Set(notice.sessionIds));
    });
    this.#timers = [
      setInterval(
        () => void this.check().catch((err) => deps.logger.warn({ err }, 'sessions not checked')),
        CHECK_EVERY_MS,
      ),
      setInterval(() => this.#renewal.poke(), RENEW_EVERY_MS),
    ];
  }

  /** A member of staff came or went. */
  changed(connection: Connection): void {
    if (connection.identity.party === 'staff') this.#renewal.poke();
  }

  /** Closes the sockets of sessions that are over, however that happened. */
  async check(): Promise<void> {
    const ids = [...new Set(this.#staff().map(({ identity }) => identity.sessionId))];
    if (ids.length === 0) return;
    const live = await liveSessions(this.#deps, ids);
    this.#close(new Set(ids.filter((id) => !live.has(id))));
  }

  async renew(): Promise<void> {
    const held = new Map(this.#staff().map(({ identity }) => [identity.sessionId, identity.subjectId]));
    const rows = [...held].map(([sessionId, staffId]) => ({ sessionId, staffId }));
    await replaceConnections(this.#deps.sql, this.#deps.bus.nodeId, rows);
    const here = new Set(held.values());
    const moved = [...here.symmetricDifference(this.#here)];
    this.#here = here;
    if (moved.length > 0) await this.#announce(moved);
  }

  /** Colleagues see who came and who left. */
  async #announce(ids: string[]): Promise<void> {
    const { sql, bus } = this.#deps;
    for (const { id, presence, connected } of await presencesOf(sql, ids)) {
      bus.publish({ kind: 'presence', agent: id, presence, connected });
    }
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#renewal.stop();
    await replaceConnections(this.#deps.sql, this.#deps.bus.nodeId, []);
  }

  #staff(): Connection[] {
    return [...this.#deps.hub.connections].filter(({ identity }) => identity.party === 'staff');
  }

  #close(ended: Set<string>): void {
    for (const connection of this.#staff()) {
      if (ended.has(connection.identity.sessionId)) connection.close('signed-out', null);
    }
  }
}
