import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from 'postgres';
import type { Bus, Notice } from './bus.ts';
import { Peers } from './peers.ts';
import { decodeTouched, encodeTouched } from './touched.ts';

/** PostgreSQL refuses a payload of 8000 bytes or more (NOTIFY, "payload"). */
const PAYLOAD_MAX = 7_900;
/** Fleeting notices (typing, receipts) gather this long, so that a busy node sends one query and not a thousand. */
const GATHER_MS = 15;
/** More are dropped: while the database stands still, what is over by then must not gather without end. */
const GATHERED_MAX = 1_000;
/** Every node says so often that it is there. */
const HERE_EVERY_MS = 5_000;
/** Three signs of life that did not come. */
const ALONE_AFTER_MS = 3 * HERE_EVERY_MS;
const HERE = 'here';
const ID_LENGTH = 36;

export interface PostgresBusOptions {
  hereEveryMs?: number;
  /** Silence after which a node is taken for gone. */
  aloneAfterMs?: number;
}

/**
 * The bus of several nodes on one PostgreSQL: LISTEN/NOTIFY. News of the log travels inside the commit (`inCommit`),
 * so PostgreSQL hands it out exactly when the rows can be read; while there is no other node, none is sent. A node ignores
 * what it sent itself. Every payload begins with the id of its sender.
 */
export class PostgresBus implements Bus {
  readonly nodeId = randomUUID();
  readonly #sql: Sql;
  readonly #handlers: ((notice: Notice) => void)[] = [];
  readonly #doubters: (() => void)[] = [];
  #gathering: string[] = [];
  #sending: Promise<void> | null = null;
  #unlisten: (() => Promise<void>)[] = [];
  readonly #peers: Peers;
  readonly #hereEveryMs: number;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    sql: Sql,
    { hereEveryMs = HERE_EVERY_MS, aloneAfterMs = ALONE_AFTER_MS }: PostgresBusOptions = {},
  ) {
    this.#sql = sql;
    this.#hereEveryMs = hereEveryMs;
    this.#peers = new Peers(aloneAfterMs, performance.now());
  }

  /** Starts listening; postgres.js connects again by itself, and every new LISTEN raises doubt. */
  async start(): Promise<void> {
    const doubt = () => {
      this.#peers.doubt(performance.now());
      this.#sayHere();
      for (const handler of this.#doubters) handler();
    };
    const log = await this.#sql.listen('okpay_log', (payload) => this.#hearLog(payload), doubt);
    const live = await this.#sql.listen(
      'okpay_live',
      (payload) => this.#hearLive(payload),
      () => this.#sayHere(),
    );
    this.#timer = setInterval(() => this.#sayHere(), this.#hereEveryMs);
    this.#unlisten = [log.unlisten, live.unlisten];
  }

  publish(notice: Notice): void {
    this.#tell(notice);
    this.#gather(JSON.stringify(notice));
  }

  hear(handler: (notice: Notice) => void): void {
    this.#handlers.push(handler);
  }

  onDoubt(handler: () => void): void {
    this.#doubters.push(handler);
  }

  inCommit(touched: [string, number][]): string[] {
    if (this.#peers.isAlone(performance.now())) return [];
    return encodeTouched(touched, PAYLOAD_MAX - this.nodeId.length).map((text) => this.nodeId + text);
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#sending;
    await Promise.all(this.#unlisten.map((unlisten) => unlisten().catch(() => undefined)));
  }

  #sayHere(): void {
    this.#gather(HERE);
  }

  #gather(text: string): void {
    const payload = this.nodeId + text;
    if (Buffer.byteLength(payload) > PAYLOAD_MAX || this.#gathering.length === GATHERED_MAX) return;
    this.#gathering.push(payload);
    this.#sending ??= this.#send();
  }

  /** One query at a time. A lost notice delays: receipts are on disk, typing is over soon, ended sessions are polled for. */
  async #send(): Promise<void> {
    while (this.#gathering.length > 0) {
      await wait(GATHER_MS);
      const payloads = this.#gathering;
      this.#gathering = [];
      await this.#sql`select pg_notify('okpay_live', n) from unnest(${payloads}::text[]) as n`.catch(
        () => undefined,
      );
    }
    this.#sending = null;
  }

  #hearLog(payload: string): void {
    const text = this.#fromOthers(payload);
    if (text !== null) this.#tell({ kind: 'log', touched: decodeTouched(text) });
  }

  #hearLive(payload: string): void {
    const text = this.#fromOthers(payload);
    if (text !== null && text !== HERE) this.#tell(JSON.parse(text) as Notice);
  }

  /** What another node said; null for what we said ourselves. A newcomer is answered, so that both know of each other. */
  #fromOthers(payload: string): string | null {
    const nodeId = payload.slice(0, ID_LENGTH);
    if (nodeId === this.nodeId) return null;
    if (this.#peers.heard(nodeId, performance.now())) this.#sayHere();
    return payload.slice(ID_LENGTH);
  }

  #tell(notice: Notice): void {
    for (const handler of this.#handlers) handler(notice);
  }
}
