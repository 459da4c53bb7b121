import { AppError } from '../platform/app-error.ts';

/** An item waiting for its commit, and how to tell its sender. */
export interface Pending<Item, Outcome> {
  item: Item;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/** A batch that can be decided without waiting for anything. */
export interface Ready<Item, Outcome> {
  /** What is left to be decided; the others are settled. */
  jobs: Pending<Item, Outcome>[];
  /** Decides and sends in this very turn. Resolves, when all is on disk or never will be, with those to be tried again. */
  commit(): Promise<Pending<Item, Outcome>[]>;
}

/** Loads what deciding a batch needs. Every pending item must end settled or handed back. */
export type Prepare<Item, Outcome> = (batch: Pending<Item, Outcome>[]) => Promise<Ready<Item, Outcome>>;

/** A batch under way; `again` once it has landed. */
interface Flight<Item, Outcome> {
  again: Pending<Item, Outcome>[] | null;
}

export interface GroupCommitOptions {
  /** Batches under way at a time: while the database writes one, the next is decided and sent after it. */
  flights: number;
  maxBatch?: number;
  /** More are refused: a database that stands still must not fill the memory with what waits for it. */
  maxWaiting?: number;
  /** While a batch is under way, another follows it at once only with so many items; fewer wait for company. */
  company?: number;
}

/**
 * Group commit (DeWitt et al., 1984): while one batch is on its way to the disk, whatever arrives gathers into the
 * next. Under load a batch holds hundreds of messages and one flush pays for all; at rest a message waits for nobody.
 */
export class GroupCommit<Item, Outcome> {
  readonly #prepare: Prepare<Item, Outcome>;
  readonly #options: Required<GroupCommitOptions>;
  #waiting: Pending<Item, Outcome>[] = [];
  #flights: Flight<Item, Outcome>[] = [];
  #preparing = false;
  #turn: NodeJS.Immediate | null = null;
  #whenIdle: (() => void)[] = [];

  constructor(prepare: Prepare<Item, Outcome>, options: GroupCommitOptions) {
    this.#prepare = prepare;
    this.#options = { maxBatch: 500, maxWaiting: 20_000, company: 125, ...options };
  }

  /** Items that no batch has taken along yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Something is waiting or on its way. */
  get busy(): boolean {
    return this.#waiting.length > 0 || this.#flights.length > 0;
  }

  /** Resolves when the item is committed or refused; rejects when it is not known to be committed. */
  submit(item: Item): Promise<Outcome> {
    if (this.#waiting.length >= this.#options.maxWaiting) return Promise.reject(new AppError('unavailable'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      // One turn of the event loop, so that everything already read from the sockets joins the batch.
      this.#turn ??= setImmediate(() => {
        this.#turn = null;
        this.#next();
      });
    });
  }

  /** Resolves when nothing is waiting or on its way. */
  drain(): Promise<void> {
    return this.busy ? new Promise((resolve) => this.#whenIdle.push(resolve)) : Promise.resolve();
  }

  /** Whatever has to be tried again goes before what came later, so nothing new leaves until all flights have landed. */
  get #holds(): boolean {
    return this.#flights.some(({ again }) => again !== null);
  }

  #mayLeave(): boolean {
    if (this.#preparing || this.#holds || this.#waiting.length === 0) return false;
    if (this.#flights.length === 0) return true;
    return this.#flights.length < this.#options.flights && this.#waiting.length >= this.#options.company;
  }

  #next(): void {
    if (this.#mayLeave()) void this.#fly();
    else if (!this.busy) for (const resolve of this.#whenIdle.splice(0)) resolve();
  }

  async #fly(): Promise<void> {
    const batch = this.#waiting.slice(0, this.#options.maxBatch);
    this.#waiting = this.#waiting.slice(this.#options.maxBatch);
    const flight: Flight<Item, Outcome> = { again: null };
    this.#flights.push(flight);
    try {
      this.#preparing = true;
      const ready = await this.#prepare(batch).finally(() => {
        this.#preparing = false;
      });
      const landing = this.#holds ? Promise.resolve(ready.jobs) : ready.commit();
      this.#next();
      this.#land(flight, await landing);
    } catch (error) {
      for (const pending of batch) pending.reject(error);
      this.#land(flight, []);
    }
  }

  #land(flight: Flight<Item, Outcome>, again: Pending<Item, Outcome>[]): void {
    flight.again = again;
    const waits = this.#flights.some((other) => other.again === null);
    const isAllWell = this.#flights.every((other) => (other.again?.length ?? 0) === 0);
    if (isAllWell) this.#flights = this.#flights.filter((other) => other.again === null);
    else if (!waits) {
      this.#waiting = this.#flights.flatMap((other) => other.again ?? []).concat(this.#waiting);
      this.#flights = [];
    }
    this.#next();
  }
}
