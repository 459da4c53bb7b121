import type { Sql } from 'postgres';
import { openDatabase } from '../platform/pg/open.ts';
import type { GroupCommit } from './group-commit.ts';

const LANES = 2;
/** While fewer items wait in the first lane, another lane would only make the batches smaller. */
const CROWD = 60;

/**
 * Connections for the log alone, so that no slow query ever stands before a message. Two, because one holds too little
 * on its way to keep the database at work while the server does something else.
 */
export const openLanes = (databaseUrl: string): Sql[] =>
  Array.from({ length: LANES }, () => openDatabase(databaseUrl, { max: 1 }));

export async function endLanes(lanes: readonly Sql[]): Promise<void> {
  await Promise.all(lanes.map((lane) => lane.end({ timeout: 1 })));
}

interface Place<Item, Outcome> {
  lane: GroupCommit<Item, Outcome>;
  unsettled: number;
}

/**
 * Deals items to lanes. A lane is one connection, so that every batch in it comes after the one it builds on: what has
 * the same key takes the same lane while any of it is unsettled. Else the first lane, for as long as it is not crowded.
 */
export class Lanes<Item, Outcome> {
  readonly #lanes: readonly GroupCommit<Item, Outcome>[];
  readonly #places = new Map<string, Place<Item, Outcome>>();

  constructor(lanes: readonly GroupCommit<Item, Outcome>[]) {
    this.#lanes = lanes;
  }

  get busy(): boolean {
    return this.#lanes.some((lane) => lane.busy);
  }

  submit(key: string, item: Item): Promise<Outcome> {
    let place = this.#places.get(key);
    if (place === undefined) {
      place = { lane: this.#emptiest(), unsettled: 0 };
      this.#places.set(key, place);
    }
    place.unsettled++;
    const outcome = place.lane.submit(item);
    const settled = () => this.#settled(key, place);
    outcome.then(settled, settled);
    return outcome;
  }

  async drain(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.drain()));
  }

  #settled(key: string, place: Place<Item, Outcome>): void {
    place.unsettled--;
    if (place.unsettled === 0) this.#places.delete(key);
  }

  #emptiest(): GroupCommit<Item, Outcome> {
    const first = this.#lanes[0] as GroupCommit<Item, Outcome>;
    if (first.waiting < CROWD) return first;
    return this.#lanes.reduce((best, lane) => (lane.waiting < best.waiting ? lane : best));
  }
}
