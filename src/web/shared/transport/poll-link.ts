import type { ClientFrame, Line, ServerFrame, SyncRequest, SyncResponse } from '../../../contract/frames.ts';
import { PROTOCOL_VERSION } from '../../../contract/limits.ts';
import { request } from '../http.ts';
import { Deadline } from './deadline.ts';
import { endAfterBye, endAfterRequest } from './ends.ts';
import { apiUrl, type Link, type LinkContext, type LinkEnd, type LinkEvents } from './link.ts';

/** What is not news enough to end a turn (ticks, counters) is late by this at the most. */
const WAIT_MS = 8_000;
const TURN_MS = 12_000;
const FRAMES_A_TURN = 50;
/** Least time between turns that brought nothing: a proxy that answers at once must not become a loop. */
const PAUSE_MS = 1_000;

const REFRESH = 'refresh';
const LATE = 'late';

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The same session without a socket: one waiting request for what comes, short ones beside it for what goes. */
export class PollLink implements Link {
  readonly via = 'poll';
  readonly #context: LinkContext;
  readonly #events: LinkEvents;
  readonly #line: Line;
  readonly #soon = new Deadline();
  #turn = new AbortController();
  #sending = false;
  #queue: ClientFrame[] = [];
  #open = false;
  #over = false;

  constructor(context: LinkContext, events: LinkEvents) {
    this.#context = context;
    this.#events = events;
    this.#line = context.nextLine();
    void this.#receive();
  }

  send(frame: ClientFrame): boolean {
    if (!this.#open) return false;
    // What is followed and how things stand travels with every turn.
    if (frame.t === 'sub' || frame.t === 'unsub' || frame.t === 'inbox' || frame.t === 'viewing') {
      this.refresh();
      return true;
    }
    this.#queue.push(frame);
    void this.#drain();
    return true;
  }

  refresh(): void {
    this.#soon.set(0, () => this.#turn.abort(REFRESH));
  }

  probe(): void {
    this.refresh();
  }

  close(): void {
    this.#over = true;
    this.#open = false;
    this.#soon.clear();
    this.#turn.abort();
  }

  async #receive(): Promise<void> {
    let waitMs = 0;
    while (!this.#over) {
      this.#turn = new AbortController();
      const turn = this.#turn;
      const startedAt = Date.now();
      try {
        const heard = await this.#sync({ ...this.#standing(), waitMs }, turn);
        const idle = heard === 0 && waitMs > 0 && Date.now() - startedAt < PAUSE_MS;
        waitMs = WAIT_MS;
        if (idle) await pause(PAUSE_MS);
      } catch (error) {
        if (turn.signal.reason !== REFRESH) this.#end(endAfterRequest(error));
        waitMs = 0;
      }
    }
  }

  async #drain(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (this.#queue.length > 0 && !this.#over) {
        const frames = this.#queue.splice(0, FRAMES_A_TURN);
        await this.#sync({ subscriptions: [], frames, waitMs: 0 });
      }
    } catch (error) {
      this.#end(endAfterRequest(error));
    } finally {
      this.#sending = false;
    }
  }

  #standing(): Pick<SyncRequest, 'subscriptions' | 'inbox' | 'viewing'> {
    const turn: Pick<SyncRequest, 'subscriptions' | 'inbox' | 'viewing'> = {
      subscriptions: this.#context.positions(),
    };
    for (const frame of this.#context.standing()) {
      if (frame.t === 'inbox') turn.inbox = frame.on;
      if (frame.t === 'viewing') turn.viewing = frame.c;
    }
    return turn;
  }

  /** One turn; hands over what came and says how much that was. */
  async #sync(turn: Omit<SyncRequest, 'v' | 'line'>, abort = new AbortController()): Promise<number> {
    const { locale, fetch } = this.#context;
    const late = setTimeout(() => abort.abort(LATE), turn.waitMs + TURN_MS);
    const body = { v: PROTOCOL_VERSION, line: this.#line, ...turn };
    const options = { body, locale: locale(), fetch, signal: abort.signal };
    try {
      const { frames } = await request<SyncResponse>('POST', apiUrl(this.#context, 'sync'), options);
      this.#deliver(frames);
      return frames.length;
    } finally {
      clearTimeout(late);
    }
  }

  #deliver(frames: ServerFrame[]): void {
    if (this.#over) return;
    if (!this.#open) {
      this.#open = true;
      this.#events.opened();
    }
    for (const frame of frames) {
      if (frame.t === 'bye') this.#end(endAfterBye(frame));
      if (this.#over) return;
      this.#events.frame(frame);
    }
  }

  #end(end: LinkEnd): void {
    if (this.#over) return;
    this.close();
    this.#events.ended(end);
  }
}
