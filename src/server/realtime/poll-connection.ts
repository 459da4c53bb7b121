import { type ByeReason, Connection } from './connection.ts';
import { byeFrame } from './socket-connection.ts';

/** Bytes after which one answer of a long poll is full; what is left is read from the log in the next turn. */
const ANSWER_MAX = 512 * 1024;

/** A client for the length of one long poll: frames gather until the first arrives or the wait is over. */
export class PollConnection extends Connection {
  override readonly fleeting = true;
  readonly #frames: string[] = [];
  readonly #greetings: string[] = [];
  #bytes = 0;
  #wake: (() => void) | null = null;

  send(frame: string): void {
    if (this.closed) return;
    this.#frames.push(frame);
    this.#bytes += frame.length;
    this.#wake?.();
  }

  override greet(frame: string): void {
    this.#greetings.push(frame);
  }

  /** Reported as one byte too many once full, so that the hub stops at the place it has reached. */
  get backlog(): number {
    return this.#bytes >= ANSWER_MAX ? Number.MAX_SAFE_INTEGER : 0;
  }

  /** A full answer is finished: the client comes back for the rest with the place it has reached. */
  async drained(): Promise<void> {
    this.finish();
  }

  close(reason: ByeReason, reconnectMs: number | null): void {
    this.send(byeFrame(reason, reconnectMs));
    this.finish();
  }

  finish(): void {
    this.closed = true;
    this.#wake?.();
  }

  /** Everything gathered, as soon as there is something worth answering, or after `waitMs`. */
  async answer(waitMs: number, isWorth: (frames: string[]) => boolean): Promise<string[]> {
    const enough = () => this.closed || isWorth(this.#frames);
    if (!enough()) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        this.#wake = () => {
          if (!enough()) return;
          clearTimeout(timer);
          resolve();
        };
      });
      // What was committed together is answered together.
      await new Promise(setImmediate);
    }
    return [...this.#frames, ...this.#greetings];
  }
}
