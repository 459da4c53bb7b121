import type { Connection } from '../../shared/transport/connection.ts';
import { Deadline } from '../../shared/transport/deadline.ts';

const REPEAT_MS = 3_000;
const PAUSE_MS = 4_000;
/** A little more than the repeat: a lost "stopped typing" does not stay on the screen. */
const FORGET_MS = 6_000;

/** Says that the customer is typing: at once, then now and then while it goes on, and when it stopped. */
export class TypingSender {
  readonly #line: Pick<Connection, 'send'>;
  readonly #pause = new Deadline();
  #c: string | null = null;
  #saidAt = 0;

  constructor(line: Pick<Connection, 'send'>) {
    this.#line = line;
  }

  typed(c: string): void {
    if (this.#c !== c) this.stopped();
    if (this.#c === null || Date.now() - this.#saidAt > REPEAT_MS) {
      this.#line.send({ t: 'typing', c, on: true });
      this.#saidAt = Date.now();
    }
    this.#c = c;
    this.#pause.set(PAUSE_MS, () => this.stopped());
  }

  stopped(): void {
    this.#pause.clear();
    if (this.#c !== null) this.#line.send({ t: 'typing', c: this.#c, on: false });
    this.#c = null;
  }
}

/** Remembers who is typing where, for as long as that can be believed. */
export class TypingWatch {
  readonly #changed: (c: string, name: string | null) => void;
  readonly #deadlines = new Map<string, Deadline>();

  constructor(changed: (c: string, name: string | null) => void) {
    this.#changed = changed;
  }

  heard(c: string, name: string | null): void {
    const deadline = this.#deadlines.get(c) ?? new Deadline();
    this.#deadlines.set(c, deadline);
    deadline.clear();
    if (name !== null) deadline.set(FORGET_MS, () => this.#changed(c, null));
    this.#changed(c, name);
  }

  stop(): void {
    for (const deadline of this.#deadlines.values()) deadline.clear();
  }
}
