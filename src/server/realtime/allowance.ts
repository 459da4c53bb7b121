/**
 * How many frames a client may send: a generic cell rate (ITU-T I.371) kept in one number, so that an idle socket
 * costs 8 bytes of it. Bursts of five seconds' worth pass.
 */
export class Allowance {
  readonly #perFrameMs: number;
  readonly #burstMs: number;
  #emptyAt = 0;

  constructor(framesPerSecond: number, burstSeconds = 5) {
    this.#perFrameMs = 1000 / framesPerSecond;
    this.#burstMs = burstSeconds * 1000;
  }

  /** 0 when the frame is within the allowance, else how many milliseconds to wait. */
  take(nowMs: number): number {
    const from = Math.max(this.#emptyAt, nowMs);
    const wait = from - nowMs - this.#burstMs + this.#perFrameMs;
    if (wait > 0) return Math.ceil(wait);
    this.#emptyAt = from + this.#perFrameMs;
    return 0;
  }
}
