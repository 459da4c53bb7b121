import type { MessageMaker } from './messages.ts';
import type { Wire } from './wire.ts';

/** Most messages of one customer that may be on their way. */
const RING = 4096;

/**
 * One conversation as the load sees it: its customer's messages arrive in the order they were sent, so counters tell
 * which message an event is. A message is done when its agent has it and its sender is told that it is on the log.
 */
export class Talk {
  readonly #wire: Wire;
  readonly #maker: MessageMaker;
  readonly #sentAt = new Float64Array(RING);
  /** How far each side's log has come. */
  readonly upTo = { customer: -1, agent: -1 };
  /** Where both stood before the first message. */
  #base = -1;
  #sent = 0;
  #done = 0;

  constructor(wire: Wire, maker: MessageMaker) {
    this.#wire = wire;
    this.#maker = maker;
  }

  get outstanding(): number {
    return this.#sent - this.#done;
  }

  send(count: number, at: number): void {
    if (this.#base < 0) this.#base = Math.min(this.upTo.customer, this.upTo.agent);
    if (this.outstanding + count > RING) throw new Error('the server does not keep up with this rate at all');
    for (let i = 0; i < count; i++) this.#sentAt[this.#sent++ % RING] = at;
    this.#wire.socket.write(this.#maker.make(count));
  }

  /** Takes in an events frame of one side; returns how many messages are done by it. @throws on a gap */
  hear(side: 'customer' | 'agent', after: number, upTo: number): number {
    const known = this.upTo[side];
    if (known >= 0 && after !== known)
      throw new Error(`a gap: ${side} stood at ${known} and got ${after} to ${upTo}`);
    this.upTo[side] = upTo;
    if (this.#base < 0) return 0;
    return Math.min(this.upTo.customer, this.upTo.agent) - this.#base - this.#done;
  }

  /** Counts messages as done; tells when each was sent. */
  finish(count: number, onDone?: (sentAt: number) => void): void {
    for (let i = 0; i < count; i++) {
      const sentAt = this.#sentAt[this.#done++ % RING] as number;
      onDone?.(sentAt);
    }
  }
}
