import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { type RawData, type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { ClientFrame } from '../../contract/frames.ts';
import { PROTOCOL_VERSION } from '../../contract/limits.ts';
import { type Locale, negotiateLocale } from '../../contract/locale.ts';
import { Allowance } from './allowance.ts';
import type { Connection, Identity } from './connection.ts';
import { Heartbeat } from './heartbeat.ts';
import { type Named, refusedFrame } from './refused-frame.ts';
import { SocketConnection, sayBye } from './socket-connection.ts';

const HELLO_TIMEOUT_MS = 10_000;
/** After a goodbye that is not answered the connection is cut: somebody signed out has to be gone within five seconds. */
const GOODBYE_TIMEOUT_MS = 2_000;
/** Refused frames in a row after which a client is taken for broken or hostile. */
const REFUSALS_MAX = 200;

export interface SocketServerOptions {
  path: string;
  maxFrameBytes: number;
  framesPerSecond: number;
  heartbeatSeconds: number;
  originAllowed(origin: string | undefined, host: string | undefined): boolean;
  /** Who holds this ticket; null when it is not valid. */
  admit(ticket: string): Promise<Identity | null>;
  joined(connection: Connection): void;
  left(connection: Connection): void;
  received(connection: Connection, frame: ClientFrame): void;
  onError(error: unknown): void;
}

/** What a WebSocket carries of ours while it is open. */
interface Peer {
  connection: SocketConnection | null;
  allowance: Allowance;
  refusals: number;
}

/** Accepts WebSockets beside the HTTP server, and turns them into connections that said hello with a valid ticket. */
export class SocketServer {
  readonly #options: SocketServerOptions;
  readonly #heartbeat: Heartbeat;
  readonly #server: WebSocketServer;
  /** Sockets that are open and not let in yet. */
  readonly #greeting = new Set<WebSocket>();
  #draining = false;

  constructor(http: Server, options: SocketServerOptions) {
    this.#options = options;
    this.#heartbeat = new Heartbeat(options.heartbeatSeconds);
    // `closeTimeout` is younger than the type definitions.
    const settings: ServerOptions & { closeTimeout: number } = {
      noServer: true,
      maxPayload: options.maxFrameBytes,
      closeTimeout: GOODBYE_TIMEOUT_MS,
      perMessageDeflate: false,
      clientTracking: false,
    };
    this.#server = new WebSocketServer(settings);
    http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket as Socket, head));
  }

  /** Refuses newcomers from now on, also those who are at the door; those who are in are told by the hub. */
  drain(reconnectMs: () => number): void {
    this.#draining = true;
    for (const socket of this.#greeting) sayBye(socket, 'draining', reconnectMs());
  }

  stop(): void {
    this.#heartbeat.stop();
    this.#server.close();
  }

  #upgrade(request: IncomingMessage, wire: Socket, head: Buffer): void {
    const refusal = this.#refusalOf(request);
    if (refusal !== null) {
      refuseUpgrade(wire, refusal);
      return;
    }
    const locale = negotiateLocale(request.headers['accept-language']);
    this.#server.handleUpgrade(request, wire, head, (socket) => this.#open(socket, wire, locale));
  }

  #refusalOf({ url, headers }: IncomingMessage): string | null {
    if (url?.split('?')[0] !== this.#options.path) return '404 Not Found';
    if (this.#draining) return '503 Service Unavailable';
    return this.#options.originAllowed(headers.origin, headers.host) ? null : '403 Forbidden';
  }

  #open(socket: WebSocket, wire: Socket, locale: Locale): void {
    const peer: Peer = {
      connection: null,
      allowance: new Allowance(this.#options.framesPerSecond),
      refusals: 0,
    };
    this.#greeting.add(socket);
    let greeting: NodeJS.Timeout | null = setTimeout(() => socket.terminate(), HELLO_TIMEOUT_MS);
    const greet = (text: string) => {
      if (greeting === null) return sayBye(socket, 'bad-frame', null);
      clearTimeout(greeting);
      greeting = null;
      void this.#hello(socket, wire, peer, text, locale);
    };
    wire.setNoDelay(true);
    socket.on('message', (data: RawData, isBinary: boolean) => {
      // Whoever was told goodbye may go on talking until the connection is cut; nobody listens.
      if (socket.readyState !== socket.OPEN) return;
      if (isBinary) return sayBye(socket, 'bad-frame', null);
      const text = (data as Buffer).toString();
      if (peer.connection === null) greet(text);
      else this.#frame(peer, peer.connection, text);
    });
    socket.on('pong', () => {
      if (peer.connection !== null) peer.connection.alive = true;
    });
    socket.on('close', () => {
      this.#greeting.delete(socket);
      this.#closed(peer, greeting);
    });
    socket.on('error', () => socket.terminate());
  }

  async #hello(socket: WebSocket, wire: Socket, peer: Peer, text: string, locale: Locale): Promise<void> {
    const hello = parseFrame(text);
    if (hello?.t !== 'hello') return sayBye(socket, 'bad-frame', null);
    if (hello.v !== PROTOCOL_VERSION) return sayBye(socket, 'too-old', null);
    const identity = await this.#options.admit(hello.ticket).catch((error: unknown) => {
      this.#options.onError(error);
      return null;
    });
    if (identity === null) return sayBye(socket, 'ticket', 1000);
    if (socket.readyState !== socket.OPEN) return;
    const connection = new SocketConnection(
      socket,
      wire,
      identity,
      hello.locale ?? locale,
      hello.line ?? null,
    );
    peer.connection = connection;
    this.#greeting.delete(socket);
    this.#heartbeat.add(connection);
    this.#options.joined(connection);
    connection.send(
      JSON.stringify({ t: 'welcome', v: PROTOCOL_VERSION, heartbeatSeconds: this.#options.heartbeatSeconds }),
    );
  }

  #frame(peer: Peer, connection: SocketConnection, text: string): void {
    connection.alive = true;
    const waitMs = peer.allowance.take(performance.now());
    const frame = waitMs > 0 ? null : parseFrame(text);
    if (frame === null || frame.t === 'hello') {
      this.#refuse(peer, connection, text, waitMs);
      return;
    }
    peer.refusals = 0;
    this.#options.received(connection, frame);
  }

  #refuse(peer: Peer, connection: SocketConnection, text: string, waitMs: number): void {
    peer.refusals++;
    if (peer.refusals > REFUSALS_MAX) {
      connection.close('bad-frame', 60_000);
      return;
    }
    const code = waitMs > 0 ? 'too-many-requests' : 'malformed-request';
    connection.send(refusedFrame(code, connection.locale, namesIn(text), waitMs));
  }

  #closed(peer: Peer, greeting: NodeJS.Timeout | null): void {
    if (greeting !== null) clearTimeout(greeting);
    if (peer.connection === null) return;
    peer.connection.closed = true;
    this.#heartbeat.remove(peer.connection);
    this.#options.left(peer.connection);
  }
}

/**
 * Answers a request that becomes no socket. Node has let go of the connection by then: an error on it that nobody
 * hears would end the process, and one that is only half closed would stay for ever.
 */
function refuseUpgrade(wire: Socket, status: string): void {
  wire.on('error', () => wire.destroy());
  wire.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => wire.destroy());
}

function parseFrame(text: string): ClientFrame | null {
  try {
    const parsed = ClientFrame.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** What a frame that may be anything speaks of. */
function namesIn(text: string): Named {
  try {
    const { c, id } = JSON.parse(text) as { c?: unknown; id?: unknown };
    const isId = (value: unknown): value is string =>
      typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value);
    return { ...(isId(c) ? { c } : {}), ...(isId(id) ? { id } : {}) };
  } catch {
    return {};
  }
}
