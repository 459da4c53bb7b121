/**
 * Which other nodes of the centre there are, from what is heard of them. A node that nobody else listens to need not
 * tell its commits: a NOTIFY costs a lone message as much as writing it. Being taken for alone by mistake delays news by
 * one sweep of the log and loses nothing.
 */
export class Peers {
  readonly #aloneAfterMs: number;
  readonly #heardAt = new Map<string, number>();
  /** Since when everything that was said has been heard. */
  #listeningSince: number;

  /** Times are milliseconds of one clock that never goes back. `aloneAfterMs` must outlast several lost signs of life. */
  constructor(aloneAfterMs: number, now: number) {
    this.#aloneAfterMs = aloneAfterMs;
    this.#listeningSince = now;
  }

  /** Takes note of a sign of life. Returns whether it is the first of this node. */
  heard(nodeId: string, now: number): boolean {
    const isNew = !this.#heardAt.has(nodeId);
    this.#heardAt.set(nodeId, now);
    return isNew;
  }

  /** Something may have been missed: nobody is known to be silent any more. */
  doubt(now: number): void {
    this.#listeningSince = now;
  }

  isAlone(now: number): boolean {
    for (const [nodeId, heardAt] of this.#heardAt) {
      if (now - heardAt < this.#aloneAfterMs) return false;
      this.#heardAt.delete(nodeId);
    }
    return now - this.#listeningSince >= this.#aloneAfterMs;
  }
}
