import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ClientFrame, ServerFrame, SyncRequest } from '../../src/contract/frames.ts';

/**
 * The other end of the line, played by a test: it answers exactly what the test says, when the test says it, so that
 * frames can be held back, dropped and swapped in ways the real server would need luck for.
 */
export class Peer {
  readonly url: string;
  readonly #http: Server;
  readonly #wss: WebSocketServer;
  /** Every frame received, from all sockets and polls, in order. */
  readonly frames: ClientFrame[] = [];
  readonly syncs: SyncRequest[] = [];
  sockets: WebSocket[] = [];
  tickets = 0;
  /** What the next requests meet. */
  socketsBlocked = false;
  ticketStatus = 200;
  welcome: ServerFrame | null = { t: 'welcome', v: 1, heartbeatSeconds: 25 };
  onFrame: (frame: ClientFrame, reply: (frame: ServerFrame) => void) => void = () => {};
  onSync: (sync: SyncRequest) => Promise<ServerFrame[]> | ServerFrame[] = () => [];

  static async start(port = 0): Promise<Peer> {
    const http = createServer();
    await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
    return new Peer(http);
  }

  constructor(http: Server) {
    this.#http = http;
    this.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    this.#wss = new WebSocketServer({ noServer: true });
    http.on('request', (request, response) => {
      let text = '';
      request.on('data', (chunk) => {
        text += chunk;
      });
      request.on('end', () => void this.#answer(request.url ?? '', text, response));
    });
    http.on('upgrade', (request, socket, head) => {
      if (this.socketsBlocked) return void socket.destroy();
      this.#wss.handleUpgrade(request, socket, head, (ws) => this.#accept(ws));
    });
  }

  get last(): WebSocket {
    return this.sockets.at(-1) as WebSocket;
  }

  send(frame: ServerFrame): void {
    this.last.send(JSON.stringify(frame));
  }

  of<T extends ClientFrame['t']>(t: T): Extract<ClientFrame, { t: T }>[] {
    return this.frames.filter((frame) => frame.t === t) as Extract<ClientFrame, { t: T }>[];
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #accept(socket: WebSocket): void {
    this.sockets.push(socket);
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as ClientFrame;
      this.frames.push(frame);
      if (frame.t === 'hello' && this.welcome !== null) socket.send(JSON.stringify(this.welcome));
      this.onFrame(frame, (reply) => socket.send(JSON.stringify(reply)));
    });
  }

  async #answer(url: string, text: string, response: import('node:http').ServerResponse): Promise<void> {
    const json = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (url.endsWith('/socket-tickets')) {
      this.tickets += 1;
      if (this.ticketStatus !== 200) return json(this.ticketStatus, { code: 'not-signed-in', title: 'no' });
      return json(201, { ticket: `ticket ${this.tickets}`, expiresInSeconds: 30 });
    }
    if (!url.endsWith('/sync')) return json(404, { code: 'not-found' });
    const sync = JSON.parse(text) as SyncRequest;
    this.syncs.push(sync);
    this.frames.push(...(sync.frames ?? []));
    json(200, { frames: await this.onSync(sync) });
  }
}
