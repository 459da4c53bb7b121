import type { EventsPage } from '../../src/contract/conversations.ts';
import type { ServerFrame } from '../../src/contract/frames.ts';
import { apply } from '../../src/web/shared/conversation/apply.ts';
import {
  type ConversationState,
  emptyConversation,
  hasEarlier,
  heldUpTo,
  shownEvents,
} from '../../src/web/shared/conversation/state.ts';
import { timeline } from '../../src/web/shared/conversation/timeline.ts';
import type { OutboxItem } from '../../src/web/shared/outbox/item.ts';
import { Outbox } from '../../src/web/shared/outbox/outbox.ts';
import { Connection } from '../../src/web/shared/transport/connection.ts';
import type { Browser } from './browser.ts';
import { Inbox } from './inbox.ts';
import type { Random } from './random.ts';
import { Screen } from './screen.ts';
import type { Witness } from './witness.ts';

const LOOK_MS = 300;
const PAGE = 60;

/** One open page of one person: the product's connection, outbox and reducer, joined the way its pages join them. */
export class Page {
  readonly name: string;
  readonly browser: Browser;
  readonly connection: Connection;
  readonly outbox: Outbox;
  /** At the desk only. */
  readonly inbox: Inbox | null;
  readonly #witness: Witness;
  readonly #states = new Map<string, ConversationState>();
  readonly #screens = new Map<string, Screen>();
  readonly #closing = new AbortController();
  readonly #told = new Map<string, number>();
  #looking: NodeJS.Timeout | null = null;

  constructor(name: string, browser: Browser, random: Random, witness: Witness) {
    this.name = name;
    this.browser = browser;
    this.#witness = witness;
    const { side, base, fetch } = browser;
    this.connection = new Connection({ side, base, fetch, locale: () => 'en', random: () => random.next() });
    this.outbox = new Outbox(this.connection, browser.storage.tab());
    this.connection.onFrame((frame) => this.#heard(frame));
    this.connection.onStatus(({ phase }) => {
      if (phase === 'online') this.#cameOnline();
    });
    this.inbox = side === 'desk' ? new Inbox(browser, this.connection, this.#closing.signal) : null;
    this.connection.start();
  }

  get conversations(): string[] {
    return [...this.#states.keys()];
  }

  state(c: string): ConversationState {
    return this.#states.get(c) ?? emptyConversation(c);
  }

  /** Opens a conversation near its end and reads back to its beginning, as somebody who scrolls up. */
  open(c: string, lastSeq = 0): void {
    this.#states.set(c, emptyConversation(c, Math.max(0, lastSeq - PAGE)));
    this.#screens.set(c, new Screen(`${this.name} ${c}`, this.browser.side, this.#witness));
    this.connection.follow(c, () => heldUpTo(this.state(c)));
    void this.#load(c);
  }

  write(c: string, text: string, kind: OutboxItem['kind'] = 'post'): void {
    const { id } = this.outbox.add({ c, text, kind });
    this.#witness.wrote({ id, c, sender: this.name, kind, text });
  }

  /** Messages that wait for their acknowledgement. */
  pending(c: string): number {
    return this.outbox.items(c).filter(({ state }) => state === 'pending').length;
  }

  close(): void {
    this.#closing.abort();
    if (this.#looking !== null) clearTimeout(this.#looking);
    this.outbox.close();
    this.connection.stop();
  }

  /** What was told over the line that broke may not have arrived; receipts are not part of the log, and are asked for. */
  #cameOnline(): void {
    this.#told.clear();
    this.#lookSoon();
    for (const c of this.#states.keys()) void this.#catchUp(c);
  }

  async #catchUp(c: string): Promise<void> {
    await this.#fetch(c, heldUpTo(this.state(c)), 200).then(
      (page) => this.#apply(page),
      () => undefined,
    );
  }

  #fetch(c: string, after: number, limit: number): Promise<EventsPage> {
    const url = `/api/${this.browser.side}/conversations/${c}/events?after=${after}&limit=${limit}`;
    return this.browser.insist<EventsPage>('GET', url, undefined, this.#closing.signal);
  }

  /** First load: the newest piece with the receipts, then earlier ones until there are none. */
  async #load(c: string): Promise<void> {
    try {
      this.#apply(await this.#fetch(c, this.state(c).anchor, 200));
      while (hasEarlier(this.state(c)) && !this.#closing.signal.aborted) {
        const first = (shownEvents(this.state(c))[0]?.seq ?? this.state(c).anchor + 1) - 1;
        const after = Math.max(0, Math.min(first, this.state(c).anchor) - PAGE);
        const before = this.state(c);
        this.#apply(await this.#fetch(c, after, PAGE));
        if (this.state(c) === before) break;
      }
    } catch (error) {
      if (!this.#closing.signal.aborted)
        this.#witness.violate('clients_differ', `${this.name} could not load: ${error}`);
    }
  }

  #heard(frame: ServerFrame): void {
    if ('c' in frame && typeof frame.c === 'string' && this.#states.has(frame.c))
      this.#apply(frame as EventsPage | (ServerFrame & { c: string }));
  }

  #apply(input: EventsPage | (ServerFrame & { c: string })): void {
    if (this.#closing.signal.aborted) return;
    const state = apply(this.state(input.c), input);
    this.#states.set(input.c, state);
    this.outbox.settle(state);
    this.#screens.get(input.c)?.draw(timeline(state, this.outbox.items(input.c)));
    this.#lookSoon();
  }

  /** Somebody looks at the page: what is on it is read. */
  #lookSoon(): void {
    this.#looking ??= setTimeout(() => {
      this.#looking = null;
      for (const [c, state] of this.#states) {
        const held = heldUpTo(state);
        if (held <= (this.#told.get(c) ?? 0)) continue;
        if (this.connection.send({ t: 'seen', c, delivered: held, read: held })) this.#told.set(c, held);
      }
    }, LOOK_MS);
  }
}
