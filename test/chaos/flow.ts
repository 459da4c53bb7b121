import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from './random.ts';

const TICK_MS = 20;
const QUEUE_MAX = 512 * 1024;

/** One direction of a connection: what it reads it hands on in order, but as late, as split or as incomplete as it is told. */
export class Flow {
  readonly #from: Socket;
  readonly #to: Socket;
  readonly #random: Random;
  readonly #queue: Buffer[] = [];
  #queued = 0;
  #pumping = false;
  #ended: 'half' | 'whole' | null = null;
  /** Nothing passes before this moment (performance.now). */
  heldUntil = 0;
  splitUntil = 0;
  delayUntil = 0;
  /** Swallows everything: the sender believes that it arrived. */
  muted = false;
  /** Called once, after half of the next piece has passed. */
  afterHalf: (() => void) | null = null;

  constructor(from: Socket, to: Socket, random: Random) {
    this.#from = from;
    this.#to = to;
    this.#random = random;
    from.on('data', (piece: Buffer) => this.#take(piece));
    from.on('error', () => undefined);
    // What was on its way when a sender went still arrives: late copies are half the fun.
    from.on('end', () => this.#end('half'));
    from.on('close', () => this.#end('whole'));
  }

  heal(): void {
    this.heldUntil = 0;
    this.splitUntil = 0;
    this.delayUntil = 0;
    this.afterHalf = null;
  }

  #take(piece: Buffer): void {
    this.#queue.push(piece);
    this.#queued += piece.length;
    if (this.#queued > QUEUE_MAX) this.#from.pause();
    if (!this.#pumping) void this.#pump();
  }

  #end(how: 'half' | 'whole'): void {
    this.#ended = how;
    if (!this.#pumping) this.#passEnd();
  }

  #passEnd(): void {
    if (this.#ended === 'half') this.#to.end();
    if (this.#ended === 'whole') this.#to.destroySoon();
  }

  async #pump(): Promise<void> {
    this.#pumping = true;
    for (let piece = this.#queue.shift(); piece !== undefined; piece = this.#queue.shift()) {
      this.#queued -= piece.length;
      await this.#pass(piece);
      if (this.#from.isPaused() && this.#queued < QUEUE_MAX / 2) this.#from.resume();
    }
    this.#pumping = false;
    this.#passEnd();
  }

  async #pass(piece: Buffer): Promise<void> {
    while (performance.now() < this.heldUntil) await wait(TICK_MS);
    if (performance.now() < this.delayUntil) await wait(this.#random.between(5, 120));
    if (this.muted) return;
    if (this.afterHalf !== null) {
      const then = this.afterHalf;
      this.afterHalf = null;
      await this.#write(piece.subarray(0, Math.ceil(piece.length / 2)));
      return then();
    }
    let rest = piece;
    while (performance.now() < this.splitUntil && rest.length > 1) {
      const at = this.#random.between(1, Math.min(rest.length - 1, 400));
      await this.#write(rest.subarray(0, at));
      await wait(1);
      rest = rest.subarray(at);
    }
    await this.#write(rest);
  }

  async #write(piece: Buffer): Promise<void> {
    if (this.#to.destroyed || this.#to.write(piece)) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        this.#to.off('drain', done).off('close', done);
        resolve();
      };
      this.#to.on('drain', done).on('close', done);
    });
  }
}
