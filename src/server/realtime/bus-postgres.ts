import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from 'postgres';
import type { Bus, Notice } from './bus.ts';
import { decodeTouched, encodeTouched } from './touched.ts';

/** PostgreSQL refuses a payload of 8000 bytes or more (NOTIFY, "payload"). */
const PAYLOAD_MAX = 7_900;
/** Fleeting notices (typing, receipts) gather this long, so that a busy node sends one query and not a thousand. */
const GATHER_MS = 15;
/** More are dropped: while the database stands still, what is over by then must not gather without end. */
const GATHERED_MAX = 1_000;

/**
 * The bus of several nodes on one PostgreSQL: LISTEN/NOTIFY. News of the log travels inside the commit (`inCommit`),
 * so PostgreSQL hands it out exactly when the rows can be read. A node ignores what it sent itself.
 */
export class PostgresBus implements Bus {
  readonly nodeId = randomUUID();
  readonly #sql: Sql;
  readonly #handlers: ((notice: Notice) => void)[] = [];
  readonly #doubters: (() => void)[] = [];
  #gathering: string[] = [];
  #sending: Promise<void> | null = null;
  #unlisten: (() => Promise<void>)[] = [];

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Starts listening; postgres.js connects again by itself, and every new LISTEN raises doubt. */
  async start(): Promise<void> {
    const doubt = () => {
      for (const handler of this.#doubters) handler();
    };
    const log = await this.#sql.listen('okpay_log', (payload) => this.#hearLog(payload), doubt);
    const live = await this.#sql.listen('okpay_live', (payload) => this.#hearLive(payload));
    this.#unlisten = [log.unlisten, live.unlisten];
  }

  publish(notice: Notice): void {
    this.#tell(notice);
    const payload = `${this.nodeId}${JSON.stringify(notice)}`;
    if (Buffer.byteLength(payload) > PAYLOAD_MAX || this.#gathering.length === GATHERED_MAX) return;
    this.#gathering.push(payload);
    this.#sending ??= this.#send();
  }

  hear(handler: (notice: Notice) => void): void {
    this.#handlers.push(handler);
  }

  onDoubt(handler: () => void): void {
    this.#doubters.push(handler);
  }

  inCommit(touched: [string, number][]): string[] {
    return encodeTouched(touched, PAYLOAD_MAX - this.nodeId.length).map((text) => this.nodeId + text);
  }

  async close(): Promise<void> {
    await this.#sending;
    await Promise.all(this.#unlisten.map((unlisten) => unlisten().catch(() => undefined)));
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
    if (payload.startsWith(this.nodeId)) return;
    this.#tell({ kind: 'log', touched: decodeTouched(payload.slice(this.nodeId.length)) });
  }

  #hearLive(payload: string): void {
    if (payload.startsWith(this.nodeId)) return;
    this.#tell(JSON.parse(payload.slice(this.nodeId.length)) as Notice);
  }

  #tell(notice: Notice): void {
    for (const handler of this.#handlers) handler(notice);
  }
}
