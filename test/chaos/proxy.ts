import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Flow } from './flow.ts';
import type { Cut } from './plan.ts';
import type { Random } from './random.ts';

/** A connection through the proxy, both directions. */
class Pipe {
  readonly client: Socket;
  readonly server: Socket;
  readonly up: Flow;
  readonly down: Flow;
  /** Bytes of it are gone: it cannot be healed, only ended. */
  broken = false;

  constructor(client: Socket, server: Socket, random: Random) {
    this.client = client;
    this.server = server;
    this.up = new Flow(client, server, random);
    this.down = new Flow(server, client, random);
  }

  end(): void {
    this.client.resetAndDestroy();
    this.server.resetAndDestroy();
  }
}

type Does = (pipe: Pipe, until: number, random: Random) => void;

/** What each kind of cut does to a connection. */
const effects: Record<Exclude<Cut['kind'], 'refuse'>, Does> = {
  cut: (pipe) => pipe.end(),
  halve: (pipe, _until, random) => {
    pipe.broken = true;
    random.pick([pipe.up, pipe.down]).afterHalf = () => pipe.end();
  },
  mute: (pipe, until, random) => {
    pipe.broken = true;
    random.pick([pipe.up, pipe.down, pipe.down]).muted = true;
    setTimeout(() => pipe.end(), until - performance.now()).unref();
  },
  stall: (pipe, until, random) => {
    for (const flow of random.pick([[pipe.up], [pipe.down], [pipe.up, pipe.down]])) flow.heldUntil = until;
  },
  delay: (pipe, until) => {
    pipe.up.delayUntil = until;
    pipe.down.delayUntil = until;
  },
  split: (pipe, until) => {
    pipe.up.splitUntil = until;
    pipe.down.splitUntil = until;
  },
};

/** The network between the clients and the server: one address that stays, whatever is behind it and done to it. */
export class CuttingProxy {
  /** Where the server listens now; null while it is down. */
  target: number | null = null;
  readonly #random: Random;
  readonly #blocksSockets: boolean;
  readonly #server: Server;
  readonly #pipes = new Set<Pipe>();
  #refuseUntil = 0;

  /** @param blocksSockets lets requests pass and no WebSocket, like some companies' proxies */
  constructor(random: Random, blocksSockets = false) {
    this.#random = random;
    this.#blocksSockets = blocksSockets;
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.#accept(client));
  }

  /** Resolves to its address. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get connections(): number {
    return this.#pipes.size;
  }

  inflict(cut: Cut): void {
    const until = performance.now() + ('ms' in cut ? cut.ms : 0);
    if (cut.kind === 'refuse') {
      this.#refuseUntil = until;
      return;
    }
    for (const pipe of [...this.#pipes]) {
      if (this.#random.chance(cut.share)) effects[cut.kind](pipe, until, this.#random);
    }
  }

  /** From now on everything passes whole and at once; connections that already lost bytes are reset. */
  heal(): void {
    this.#refuseUntil = 0;
    for (const pipe of [...this.#pipes]) {
      if (pipe.broken) pipe.end();
      pipe.up.heal();
      pipe.down.heal();
    }
  }

  async close(): Promise<void> {
    for (const pipe of this.#pipes) pipe.end();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #accept(client: Socket): void {
    client.on('error', () => undefined);
    if (this.target === null || performance.now() < this.#refuseUntil) {
      client.resetAndDestroy();
      return;
    }
    const server = connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    const pipe = new Pipe(client, server, this.#random);
    this.#pipes.add(pipe);
    // A killed server resets its connections: so does the proxy.
    server.on('error', () => client.resetAndDestroy());
    server.on('close', () => this.#pipes.delete(pipe));
    if (this.#blocksSockets) {
      client.on('data', (piece: Buffer) => {
        if (piece.subarray(0, 15).toString('latin1') === 'GET /api/socket') pipe.end();
      });
    }
  }
}
