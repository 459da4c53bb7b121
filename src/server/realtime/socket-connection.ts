import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Line } from '../../contract/frames.ts';
import type { Locale } from '../../contract/locale.ts';
import { type ByeReason, Connection, type Identity } from './connection.ts';
import { frameOf } from './text-frame.ts';

const CLOSE_CODES: Record<ByeReason, number> = {
  draining: 1012,
  'signed-out': 4001,
  'too-old': 4002,
  'bad-frame': 1008,
  ticket: 4004,
  superseded: 4005,
};

/**
 * More than the largest page of a log, which is all that the hub lets a slow reader be behind. Beyond it are answers to
 * a client that asks and does not read: it is cut off, and finds everything in the log when it comes back.
 */
const BACKLOG_CUT_OFF = 16 * 1024 * 1024;

/** The last frame a server sends: why it closes, and when to come back. */
export const byeFrame = (reason: ByeReason, reconnectMs: number | null): string =>
  JSON.stringify({ t: 'bye', reason, reconnectMs });

/** Sends `bye` and closes; a peer that does not answer the close is cut off by ws after its timeout. */
export function sayBye(socket: WebSocket, reason: ByeReason, reconnectMs: number | null): void {
  if (socket.readyState === socket.OPEN) socket.send(byeFrame(reason, reconnectMs));
  socket.close(CLOSE_CODES[reason], reason);
}

/** Connections that have frames for the end of this turn of the event loop. */
let corked: SocketConnection[] = [];

function uncorkAll(): void {
  const connections = corked;
  corked = [];
  for (const connection of connections) connection.uncork();
}

/** A client on a WebSocket. */
export class SocketConnection extends Connection {
  readonly #socket: WebSocket;
  readonly #wire: Socket;
  #corked = false;
  /** False once a heartbeat went out unanswered. */
  alive = true;

  constructor(socket: WebSocket, wire: Socket, identity: Identity, locale: Locale, line: Line | null) {
    super(identity, locale, line);
    this.#socket = socket;
    this.#wire = wire;
  }

  /** Frames of one turn of the event loop leave in one write: a burst costs one system call. */
  send(frame: string): void {
    if (this.closed) return;
    if (this.backlog > BACKLOG_CUT_OFF) {
      this.terminate();
      return;
    }
    if (!this.#corked) {
      this.#corked = true;
      this.#wire.cork();
      if (corked.push(this) === 1) setImmediate(uncorkAll);
    }
    if (this.#socket.readyState === this.#socket.OPEN) this.#wire.write(frameOf(frame));
  }

  get backlog(): number {
    return this.#wire.writableLength;
  }

  drained(): Promise<void> {
    return new Promise((resolve) => {
      if (this.closed || !this.#wire.writableNeedDrain) {
        setImmediate(resolve);
        return;
      }
      const done = () => {
        this.#wire.off('drain', done);
        this.#wire.off('close', done);
        resolve();
      };
      this.#wire.on('drain', done);
      this.#wire.on('close', done);
    });
  }

  /** A WebSocket ping, answered by every browser without a script. */
  ping(): void {
    this.alive = false;
    this.#socket.ping();
  }

  terminate(): void {
    this.#socket.terminate();
  }

  close(reason: ByeReason, reconnectMs: number | null): void {
    sayBye(this.#socket, reason, reconnectMs);
  }

  uncork(): void {
    this.#corked = false;
    this.#wire.uncork();
  }
}
