import type { SocketConnection } from './socket-connection.ts';

const TICK_MS = 100;

/**
 * Pings every socket once in a period and cuts off those that did not answer the last one. Sockets are spread over
 * many small ticks, so that ten thousand heartbeats never come at once.
 */
export class Heartbeat {
  readonly #slots: Set<SocketConnection>[];
  readonly #slotOf = new WeakMap<SocketConnection, Set<SocketConnection>>();
  readonly #timer: NodeJS.Timeout;
  #next = 0;
  #hand = 0;

  constructor(periodSeconds: number) {
    const count = Math.max(1, Math.round((periodSeconds * 1000) / TICK_MS));
    this.#slots = Array.from({ length: count }, () => new Set());
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    this.#timer.unref();
  }

  add(connection: SocketConnection): void {
    const slot = this.#slots[this.#next++ % this.#slots.length] as Set<SocketConnection>;
    slot.add(connection);
    this.#slotOf.set(connection, slot);
  }

  remove(connection: SocketConnection): void {
    this.#slotOf.get(connection)?.delete(connection);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    const slot = this.#slots[this.#hand++ % this.#slots.length] as Set<SocketConnection>;
    for (const connection of slot) {
      if (connection.alive) connection.ping();
      else connection.terminate();
    }
  }
}
