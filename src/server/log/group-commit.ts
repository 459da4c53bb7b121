/** An item waiting for its commit, and how to tell its sender. */
export interface Pending<Item, Outcome> {
  item: Item;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/** Commits a batch; must settle every pending item, or hand back those that have to be tried in the next batch. */
export type CommitBatch<Item, Outcome> = (batch: Pending<Item, Outcome>[]) => Promise<Pending<Item, Outcome>[]>;

/**
 * Group commit (DeWitt et al., 1984): while one batch is on its way to the disk, whatever arrives gathers into the
 * next. Under load a batch holds hundreds of messages and one flush pays for all; at rest a message waits for nobody.
 */
export class GroupCommit<Item, Outcome> {
  readonly #commit: CommitBatch<Item, Outcome>;
  readonly #maxBatch: number;
  #waiting: Pending<Item, Outcome>[] = [];
  #running: Promise<void> | null = null;

  constructor(commit: CommitBatch<Item, Outcome>, maxBatch = 1000) {
    this.#commit = commit;
    this.#maxBatch = maxBatch;
  }

  /** Resolves when the item is committed or refused; rejects when it is not known to be committed. */
  submit(item: Item): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Something is waiting or on its way. */
  get busy(): boolean {
    return this.#running !== null;
  }

  /** Resolves when nothing is waiting or on its way. */
  async drain(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    // One turn of the event loop, so that everything already read from the sockets joins the first batch.
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, this.#maxBatch);
      this.#waiting = this.#waiting.slice(this.#maxBatch);
      const again = await this.#commitOrReject(batch);
      if (again.length > 0) this.#waiting = again.concat(this.#waiting);
    }
    this.#running = null;
  }

  async #commitOrReject(batch: Pending<Item, Outcome>[]): Promise<Pending<Item, Outcome>[]> {
    try {
      return await this.#commit(batch);
    } catch (error) {
      for (const pending of batch) pending.reject(error);
      return [];
    }
  }
}
