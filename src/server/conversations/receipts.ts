import type { Sql } from 'postgres';
import type { Bus } from '../realtime/bus.ts';
import { coalesce } from '../realtime/coalesce.ts';
import { type ReceiptRow, saveReceipts } from './receipts-store.ts';

const SAVE_EVERY_MS = 200;

/**
 * Gathers receipts and saves them together: a reader scrolling through a conversation sends many, and only the
 * highest counts. Told to the other side once saved.
 */
export class Receipts {
  readonly #gathered = new Map<string, ReceiptRow>();
  readonly #saver: { poke(): void; stop(): void };
  readonly #sql: Sql;
  readonly #bus: Bus;

  constructor(sql: Sql, bus: Bus, onError: (error: unknown) => void) {
    this.#sql = sql;
    this.#bus = bus;
    this.#saver = coalesce(SAVE_EVERY_MS, () => this.flush(), onError);
  }

  add(row: ReceiptRow): void {
    this.#gather(row);
    this.#saver.poke();
  }

  #gather(row: ReceiptRow): void {
    const key = `${row.conversationId} ${row.party}`;
    const known = this.#gathered.get(key);
    const delivered = Math.max(row.delivered, row.read, known?.delivered ?? 0);
    this.#gathered.set(key, { ...row, delivered, read: Math.max(row.read, known?.read ?? 0) });
  }

  async flush(): Promise<void> {
    const rows = [...this.#gathered.values()];
    this.#gathered.clear();
    if (rows.length === 0) return;
    const saved = await saveReceipts(this.#sql, rows).catch((error: unknown) => {
      // Nobody says them again while the line stands: they wait for the next run.
      for (const row of rows) this.#gather(row);
      throw error;
    });
    for (const { conversationId, party, delivered, read } of saved) {
      this.#bus.publish({ kind: 'seen', c: conversationId, who: party, delivered, read });
    }
  }

  async close(): Promise<void> {
    this.#saver.stop();
    await this.flush();
  }
}
