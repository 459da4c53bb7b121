/** The live side of conversations on this node: what notices of the bus and finished commits mean to its clients. */
import type { Sql } from 'postgres';
import { LogTail } from '../log/tail.ts';
import type { Bus, Notice } from '../realtime/bus.ts';
import type { Connection } from '../realtime/connection.ts';
import type { Hub } from '../realtime/hub.ts';
import type { Growth } from './append-store.ts';
import { InboxFeed } from './inbox-feed.ts';
import { Receipts } from './receipts.ts';
import { Viewers } from './viewers.ts';

const SWEEP_EVERY_MS = 1000;
const VIEWERS_EVERY_MS = 15_000;

export class Live {
  readonly hub: Hub;
  readonly bus: Bus;
  readonly receipts: Receipts;
  readonly feed: InboxFeed;
  readonly #viewers = new Viewers();
  readonly #tail: LogTail;
  readonly #onError: (error: unknown) => void;
  readonly #timers: NodeJS.Timeout[];
  #sweeping = false;

  constructor(sql: Sql, hub: Hub, bus: Bus, onError: (error: unknown) => void) {
    this.hub = hub;
    this.bus = bus;
    this.#onError = onError;
    this.receipts = new Receipts(sql, bus, onError);
    this.feed = new InboxFeed(sql, hub, onError);
    this.#tail = new LogTail(sql);
    bus.hear((notice) => this.#hear(notice));
    bus.onDoubt(() => {
      void this.sweep();
      this.feed.doubt();
    });
    this.#timers = [
      setInterval(() => void this.sweep(), SWEEP_EVERY_MS),
      setInterval(() => this.#renewViewers(), VIEWERS_EVERY_MS),
    ];
  }

  /** What this node has just committed goes straight to its own clients. */
  committed(growths: Growth[]): void {
    for (const { state, rows } of growths) {
      this.hub.deliver(state.id, rows);
      this.feed.changed(state.id);
    }
  }

  /** Finds what other nodes committed and no notice told of. */
  async sweep(): Promise<void> {
    if (this.#sweeping) return;
    this.#sweeping = true;
    try {
      for (const [id, seq] of await this.#tail.grown()) this.hub.reached(id, seq);
    } catch (error) {
      this.#onError(error);
    } finally {
      this.#sweeping = false;
    }
  }

  /** An agent opened a conversation, or left it (null). */
  view(connection: Connection, c: string | null): void {
    connection.viewing = c;
    this.#announceViewing(connection);
    if (c !== null) connection.send(this.#viewers.frame(c));
  }

  left(connection: Connection): void {
    if (connection.viewing === null || connection.fleeting) return;
    connection.viewing = null;
    this.#announceViewing(connection);
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.feed.stop();
    await this.receipts.close();
  }

  #announceViewing(connection: Connection): void {
    const { subjectId, sessionId, name } = connection.identity;
    const key = connection.fleeting ? `poll ${sessionId}` : `${this.bus.nodeId} ${connection.number}`;
    this.bus.publish({
      kind: 'viewing',
      c: connection.viewing,
      agent: { id: subjectId, name },
      connection: key,
    });
  }

  #renewViewers(): void {
    for (const connection of this.hub.connections)
      if (connection.viewing !== null) this.#announceViewing(connection);
    for (const c of this.#viewers.forgetSilent(Date.now())) this.#tellViewers(c);
  }

  #tellViewers(c: string): void {
    this.hub.tell(c, this.#viewers.frame(c), { party: 'staff' });
  }

  #hear(notice: Notice): void {
    if (notice.kind === 'log') this.#hearLog(notice.touched);
    else if (notice.kind === 'typing') this.#hearTyping(notice);
    else if (notice.kind === 'seen') this.#hearSeen(notice);
    else if (notice.kind === 'presence') this.#hearPresence(notice);
    else if (notice.kind === 'viewing') this.#hearViewing(notice);
    else if (notice.kind === 'proof') this.#hearProof(notice);
    else if (notice.kind === 'queue') this.#tellDesks('{"t":"queue"}');
  }

  #hearViewing(notice: Extract<Notice, { kind: 'viewing' }>): void {
    for (const c of this.#viewers.hear(notice, Date.now())) this.#tellViewers(c);
  }

  #hearPresence({ agent, presence, connected }: Extract<Notice, { kind: 'presence' }>): void {
    this.#tellDesks(JSON.stringify({ t: 'presence', agent, presence, connected }));
  }

  #tellDesks(frame: string): void {
    for (const connection of this.hub.connections) if (connection.watchesInbox) connection.send(frame);
  }

  #hearProof({ c, agent }: Extract<Notice, { kind: 'proof' }>): void {
    const frame = JSON.stringify({ t: 'proof', c });
    for (const connection of this.hub.connections) {
      const { party, subjectId } = connection.identity;
      if (party === 'staff' && subjectId === agent) connection.send(frame);
    }
  }

  #hearLog(touched: [string, number][]): void {
    for (const [id, seq] of touched) {
      this.hub.reached(id, seq);
      this.feed.changed(id);
    }
  }

  #hearTyping({ c, who, on }: Extract<Notice, { kind: 'typing' }>): void {
    this.hub.tell(c, JSON.stringify({ t: 'typing', c, who, on }), { exceptSubject: who.id });
    if (who.kind === 'agent' && this.#viewers.hearTyping(c, who.id, on)) this.#tellViewers(c);
  }

  #hearSeen({ c, who, delivered, read }: Extract<Notice, { kind: 'seen' }>): void {
    this.hub.tell(c, JSON.stringify({ t: 'seen', c, who, delivered, read }));
    if (who === 'staff') this.feed.changed(c);
  }
}
