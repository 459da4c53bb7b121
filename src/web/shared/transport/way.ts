import type { LinkEnd } from './link.ts';

const FAILURES_BEFORE_POLLING = 2;
const SHORT_LIFE_MS = 8_000;
const SHORT_LIVES_BEFORE_POLLING = 3;

/**
 * Decides between the socket and long polling. A socket that never opens although the server answers, or is cut
 * again and again right after opening, is being blocked by something in between; a server that does not answer says
 * nothing about sockets.
 */
export class Way {
  #blocked = 0;
  #cutShort = 0;

  get next(): 'socket' | 'poll' {
    return this.#blocked >= FAILURES_BEFORE_POLLING || this.#cutShort >= SHORT_LIVES_BEFORE_POLLING
      ? 'poll'
      : 'socket';
  }

  /** A socket ended; `livedMs` is 0 when it never opened. */
  socketEnded(end: LinkEnd, livedMs: number): void {
    if (end.reason === 'blocked') this.#blocked += 1;
    if (end.reason !== 'dropped' || livedMs === 0) return;
    this.#cutShort = livedMs < SHORT_LIFE_MS ? this.#cutShort + 1 : 0;
    this.#blocked = 0;
  }

  /** A probe's socket opened while polling: it is not blocked. Whether it is cut again, its life will show. */
  socketOpened(): void {
    this.#blocked = 0;
  }
}
