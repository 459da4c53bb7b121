import type { Receipt } from '../../../contract/conversations.ts';
import type { Connection } from '../../shared/transport/connection.ts';
import { Deadline } from '../../shared/transport/deadline.ts';

const GATHER_MS = 250;

/** Tells the server what reached this device and what was on its screen: the highest of each, and again after every reconnect. */
export class SeenReporter {
  readonly #line: Pick<Connection, 'send'>;
  readonly #highest = new Map<string, Receipt>();
  readonly #due = new Set<string>();
  readonly #soon = new Deadline();

  constructor(line: Pick<Connection, 'send'>) {
    this.#line = line;
  }

  /** @returns what now holds for this device, or null when that is nothing new */
  report(c: string, delivered: number, read: number): Receipt | null {
    const known = this.#highest.get(c) ?? { delivered: 0, read: 0 };
    const highest = {
      delivered: Math.max(known.delivered, delivered, read),
      read: Math.max(known.read, read),
    };
    if (highest.delivered === known.delivered && highest.read === known.read) return null;
    this.#highest.set(c, highest);
    this.#due.add(c);
    if (!this.#soon.running) this.#soon.set(GATHER_MS, () => this.#flush());
    return highest;
  }

  /** The line is new: what was said on the last one may not have arrived. */
  sayAgain(): void {
    for (const c of this.#highest.keys()) this.#due.add(c);
    this.#flush();
  }

  stop(): void {
    this.#soon.clear();
  }

  #flush(): void {
    for (const c of this.#due) {
      const highest = this.#highest.get(c);
      if (highest !== undefined && this.#line.send({ t: 'seen', c, ...highest })) this.#due.delete(c);
    }
  }
}
