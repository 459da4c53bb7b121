import type { ClientFrame, Line, ServerFrame } from '../../../contract/frames.ts';
import { PROTOCOL_VERSION } from '../../../contract/limits.ts';
import { request } from '../http.ts';
import { Deadline } from './deadline.ts';
import { endAfterBye, endAfterRequest } from './ends.ts';
import { apiUrl, type Link, type LinkContext, type LinkEnd, type LinkEvents } from './link.ts';

const TICKET_MS = 10_000;
const WELCOME_MS = 8_000;
const PROBE_MS = 4_000;

function parseFrame(data: unknown): ServerFrame | null {
  try {
    const frame = JSON.parse(String(data)) as ServerFrame | null;
    return typeof frame?.t === 'string' ? frame : null;
  } catch {
    return null;
  }
}

/** One WebSocket session: ticket, hello, welcome, subscriptions, heartbeats. */
export class SocketLink implements Link {
  readonly via = 'socket';
  readonly #context: LinkContext;
  readonly #events: LinkEvents;
  readonly #line: Line;
  readonly #abort = new AbortController();
  readonly #patience = new Deadline();
  readonly #beat = new Deadline();
  #socket: WebSocket | undefined;
  #open = false;
  #over = false;
  #heardAt = 0;

  constructor(context: LinkContext, events: LinkEvents) {
    this.#context = context;
    this.#events = events;
    this.#line = context.nextLine();
    void this.#connect();
  }

  send(frame: ClientFrame): boolean {
    if (!this.#open || this.#socket?.readyState !== this.#context.WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  refresh(): void {
    // Over a socket each change is a frame of its own.
  }

  probe(): void {
    if (!this.send({ t: 'ping' })) return;
    this.#patience.set(PROBE_MS, () => this.#end({ reason: 'dropped' }));
  }

  close(): void {
    this.#over = true;
    this.#open = false;
    this.#abort.abort();
    this.#patience.clear();
    this.#beat.clear();
    this.#socket?.close(1000);
  }

  async #connect(): Promise<void> {
    this.#patience.set(TICKET_MS, () => this.#end({ reason: 'unreachable' }));
    try {
      const { fetch, locale } = this.#context;
      const options = { body: {}, locale: locale(), signal: this.#abort.signal, fetch };
      const url = apiUrl(this.#context, 'socket-tickets');
      const { ticket } = await request<{ ticket: string }>('POST', url, options);
      if (!this.#over) this.#hello(ticket);
    } catch (error) {
      this.#end(endAfterRequest(error));
    }
  }

  #hello(ticket: string): void {
    const url = new URL(`${this.#context.base}/api/socket`, globalThis.location?.href);
    url.protocol = url.protocol.replace('http', 'ws');
    const socket = new this.#context.WebSocket(url);
    this.#socket = socket;
    this.#patience.set(WELCOME_MS, () => this.#end({ reason: 'blocked' }));
    const hello = {
      t: 'hello',
      v: PROTOCOL_VERSION,
      ticket,
      locale: this.#context.locale(),
      line: this.#line,
    };
    socket.onopen = () => socket.send(JSON.stringify(hello));
    socket.onmessage = (message) => this.#heard(parseFrame(message.data));
    socket.onclose = () => this.#end({ reason: this.#open ? 'dropped' : 'blocked' });
  }

  #heard(frame: ServerFrame | null): void {
    if (this.#over) return;
    this.#heardAt = Date.now();
    if (this.#open) this.#patience.clear();
    if (frame?.t === 'welcome') this.#welcome(frame.heartbeatSeconds * 1000);
    if (frame?.t === 'bye') this.#end(endAfterBye(frame));
    else if (frame !== null) this.#events.frame(frame);
  }

  #welcome(beatMs: number): void {
    this.#open = true;
    this.#patience.clear();
    this.#keepBeating(beatMs);
    for (const position of this.#context.positions()) this.send({ t: 'sub', ...position });
    for (const frame of this.#context.standing()) this.send(frame);
    this.#events.opened();
  }

  /**
   * Pings a little more often than asked; silence for two beats means that the line is dead, whatever TCP believes.
   * After sleep, or on a page that stood still, what arrived may only be waiting to be read: then the line is tried.
   */
  #keepBeating(beatMs: number): void {
    const dueAt = Date.now() + beatMs * 0.8;
    this.#beat.set(beatMs * 0.8, () => {
      const stoodStill = Date.now() - dueAt > beatMs / 2;
      const silent = Date.now() - this.#heardAt > 2 * beatMs;
      if (silent && !stoodStill) return this.#end({ reason: 'dropped' });
      if (silent) this.probe();
      else this.send({ t: 'ping' });
      this.#keepBeating(beatMs);
    });
  }

  #end(end: LinkEnd): void {
    if (this.#over) return;
    this.close();
    this.#events.ended(end);
  }
}
