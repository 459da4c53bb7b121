import type { ClientFrame, ServerFrame } from '../../../contract/frames.ts';
import { newId } from '../ids.ts';
import { Listeners } from '../listeners.ts';
import { backoff } from './backoff.ts';
import { Deadline } from './deadline.ts';
import type { Link, LinkContext, LinkEnd, LinkEvents, Side } from './link.ts';
import { PollLink } from './poll-link.ts';
import { SocketLink } from './socket-link.ts';
import type { ConnectionStatus } from './status.ts';
import { Subscriptions } from './subscriptions.ts';
import { deviceOffline, listenForWakes } from './wake.ts';
import { Way } from './way.ts';

export interface ConnectionOptions {
  readonly side: Side;
  /** Server origin without a slash at the end; '' (default) for the page's own. */
  readonly base?: string;
  readonly locale?: () => string;
  readonly fetch?: typeof fetch;
  readonly WebSocket?: typeof WebSocket;
  readonly random?: () => number;
  /** First wait before the socket is tried again while polling; doubles up to ten minutes. */
  readonly socketProbeMs?: number;
}

const LONGEST_PROBE_MS = 600_000;

/**
 * The page's one line to the server: opened again whenever it breaks, over a socket or, where that is blocked, over
 * long polling. What was followed is resumed from where its holder stands, and a hole in what arrives is asked for
 * again; so a holder that applies every frame misses nothing and, applying idempotently, shows nothing twice.
 * Frames handed to `send` may be lost with the line: whoever needs an answer keeps the frame until it came (see Outbox).
 */
export class Connection {
  readonly #context: LinkContext;
  readonly #random: () => number;
  readonly #subscriptions = new Subscriptions();
  readonly #standing = new Map<string, ClientFrame>();
  readonly #frames = new Listeners<ServerFrame>();
  readonly #statuses = new Listeners<ConnectionStatus>();
  readonly #way = new Way();
  readonly #retry = new Deadline();
  readonly #probe = new Deadline();
  readonly #resubscribe = new Deadline();
  readonly #refused = new Set<string>();
  readonly #firstProbeMs: number;
  #probeMs: number;
  #attempt = 0;
  #lines = 0;
  #link: Link | undefined;
  #probing: Link | undefined;
  #stopListening: (() => void) | undefined;
  #status: ConnectionStatus = { phase: 'ended', reason: 'stopped' };

  constructor(options: ConnectionOptions) {
    this.#random = options.random ?? Math.random;
    this.#firstProbeMs = options.socketProbeMs ?? 30_000;
    this.#probeMs = this.#firstProbeMs;
    const page = newId();
    this.#context = {
      side: options.side,
      base: options.base ?? '',
      locale: options.locale ?? (() => 'zh-CN'),
      nextLine: () => ({ page, number: ++this.#lines }),
      fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
      WebSocket: options.WebSocket ?? globalThis.WebSocket,
      positions: () => this.#subscriptions.positions(),
      standing: () => [...this.#standing.values()],
    };
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  start(): void {
    if (this.#stopListening !== undefined) return;
    this.#stopListening = listenForWakes({
      awake: () => this.wake(),
      offline: () => this.#deviceWentOffline(),
    });
    this.#tryNow();
  }

  /** Closes the line; `start` opens it again. */
  stop(): void {
    this.#finish('stopped');
  }

  /** Stops waiting for the next try; checks a line that seems open. For "try now" buttons and after sleep. */
  wake(): void {
    if (this.#status.phase === 'waiting') this.#tryNow();
    else if (this.#status.phase === 'online') this.#link?.probe();
  }

  /** Hears every frame except the line's own (welcome, ping, pong, bye). Returns the way to stop. */
  onFrame(listener: (frame: ServerFrame) => void): () => void {
    return this.#frames.add(listener);
  }

  onStatus(listener: (status: ConnectionStatus) => void): () => void {
    return this.#statuses.add(listener);
  }

  /**
   * Follows a conversation: everything after `held()` arrives in `events` frames, now and after every reconnect.
   * `held` is asked each time and must say up to where the log is held without a hole. One holder for a conversation.
   */
  follow(c: string, held: () => number): () => void {
    this.#subscriptions.add(c, held);
    this.#link?.send({ t: 'sub', c, after: held() });
    return () => {
      if (this.#subscriptions.remove(c, held)) this.#link?.send({ t: 'unsub', c });
    };
  }

  /**
   * Hands a frame to the line; false when there is none. `inbox` and `viewing` describe how things stand: they are
   * remembered and said again after every reconnect, so for them the answer does not matter.
   */
  send(frame: ClientFrame): boolean {
    if (frame.t === 'inbox' || frame.t === 'viewing') this.#standing.set(frame.t, frame);
    return this.#link?.send(frame) ?? false;
  }

  #tryNow(): void {
    this.#retry.clear();
    this.#setStatus({ phase: 'connecting' });
    this.#link = this.#openLink(this.#way.next);
  }

  #openLink(via: Link['via']): Link {
    let openedAt = 0;
    const events: LinkEvents = {
      opened: () => {
        openedAt = Date.now();
        this.#opened(link);
      },
      frame: (frame) => this.#heard(frame),
      ended: (end) => {
        if (via === 'socket') this.#way.socketEnded(end, openedAt === 0 ? 0 : Date.now() - openedAt);
        this.#ended(link, end);
      },
    };
    const link =
      via === 'socket' ? new SocketLink(this.#context, events) : new PollLink(this.#context, events);
    return link;
  }

  #opened(link: Link): void {
    if (link === this.#probing) {
      this.#probing = undefined;
      this.#way.socketOpened();
      this.#link?.close();
      this.#link = link;
    }
    if (link.via === 'socket') this.#probeMs = this.#firstProbeMs;
    else this.#probeSocketLater();
    this.#attempt = 0;
    this.#subscriptions.forgetAsked();
    this.#resubscribe.clear();
    this.#refused.clear();
    this.#setStatus({ phase: 'online', via: link.via });
  }

  #probeSocketLater(): void {
    this.#probe.set(this.#probeMs, () => {
      this.#probeMs = Math.min(LONGEST_PROBE_MS, this.#probeMs * 2);
      this.#probing = this.#openLink('socket');
    });
  }

  #heard(frame: ServerFrame): void {
    if (frame.t === 'welcome' || frame.t === 'ping' || frame.t === 'pong') return;
    this.#frames.emit(frame);
    if (frame.t === 'events' && this.#subscriptions.hasGapBefore(frame)) this.#subscribe(frame.c);
    if (frame.t === 'refused' && frame.c !== undefined && frame.id === undefined) this.#subscribeLater(frame);
  }

  #subscribe(c: string): void {
    const after = this.#subscriptions.heldOf(c);
    if (after !== undefined) this.#link?.send({ t: 'sub', c, after });
  }

  /** Too many at once, or a database that was away for a moment: what was refused for now is asked for again. */
  #subscribeLater({ c, retryAfterMs }: Extract<ServerFrame, { t: 'refused' }>): void {
    if (c === undefined || retryAfterMs === undefined) return;
    this.#refused.add(c);
    this.#resubscribe.set(retryAfterMs + this.#random() * 500, () => {
      const waiting = [...this.#refused];
      this.#refused.clear();
      for (const each of waiting) this.#subscribe(each);
    });
  }

  #ended(link: Link, end: LinkEnd): void {
    if (link === this.#probing) {
      this.#probing = undefined;
      if (this.#link?.via === 'poll') this.#probeSocketLater();
      return;
    }
    if (link !== this.#link) return;
    this.#link = undefined;
    this.#dropProbe();
    // A server that gave a ticket is there: only its socket is blocked, and the other way is tried without a long wait.
    if (end.reason === 'blocked') this.#attempt = 0;
    if (end.reason === 'signed-out' || end.reason === 'too-old') this.#finish(end.reason);
    else this.#waitFor(backoff(this.#attempt, this.#random, end.waitMs));
  }

  #waitFor(ms: number): void {
    this.#attempt += 1;
    this.#setStatus({ phase: 'waiting', retryAt: Date.now() + ms, offline: deviceOffline() });
    this.#retry.set(ms, () => this.#tryNow());
  }

  #deviceWentOffline(): void {
    if (this.#status.phase === 'ended') return;
    this.#link?.close();
    this.#link = undefined;
    this.#dropProbe();
    this.#waitFor(backoff(this.#attempt, this.#random));
  }

  #dropProbe(): void {
    this.#probe.clear();
    this.#probing?.close();
    this.#probing = undefined;
  }

  #finish(reason: 'signed-out' | 'too-old' | 'stopped'): void {
    this.#retry.clear();
    this.#resubscribe.clear();
    this.#dropProbe();
    this.#stopListening?.();
    this.#stopListening = undefined;
    this.#link?.close();
    this.#link = undefined;
    this.#setStatus({ phase: 'ended', reason });
  }

  #setStatus(status: ConnectionStatus): void {
    this.#status = status;
    this.#statuses.emit(status);
  }
}
