import type { EventsPage } from '../../../contract/conversations.ts';
import type { ServerFrame } from '../../../contract/frames.ts';
import { apply } from '../../shared/conversation/apply.ts';
import {
  type ConversationState,
  emptyConversation,
  heldUpTo,
  shownSpan,
} from '../../shared/conversation/state.ts';
import type { Outbox } from '../../shared/outbox/outbox.ts';
import type { Connection } from '../../shared/transport/connection.ts';
import type { ChatApi } from './api.ts';
import type { ChatState, Talk } from './state.ts';
import type { Store } from './store.ts';

/** How much of the end of a conversation is loaded first, and of what is before it at a time. */
const PAGE = 80;

interface Ports {
  store: Store<ChatState>;
  api: ChatApi;
  line: Connection;
  outbox: () => Outbox | null;
  /** Something of this conversation has arrived up to `seq`. */
  arrived(c: string, upTo: number): void;
}

/** The opened conversations: loaded from their end, followed live, and applied through the one reducer. */
export class Talks {
  readonly #ports: Ports;
  readonly #unfollow = new Map<string, () => void>();

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  get(c: string): Talk | undefined {
    return this.#ports.store.value.talks[c];
  }

  /** Opens a conversation, or tries again when that failed. `lastSeq` as its list row says. */
  async open(c: string, lastSeq: number): Promise<void> {
    const known = this.get(c);
    if (known !== undefined && known.loading !== 'failed') return;
    const state = known?.state ?? emptyConversation(c, Math.max(0, lastSeq - PAGE));
    this.#set(c, {
      state,
      outbox: this.#ports.outbox()?.items(c) ?? [],
      loading: 'loading',
      earlier: 'idle',
      typing: null,
    });
    this.#unfollow.set(
      c,
      this.#ports.line.follow(c, () => heldUpTo(this.get(c)?.state ?? state)),
    );
    try {
      for (let more = true; more; ) more = (await this.#fetchAfter(c)).more;
      this.#change(c, { loading: 'ready' });
    } catch {
      if (this.get(c)?.loading === 'loading') this.#change(c, { loading: 'failed' });
    }
  }

  async loadEarlier(c: string): Promise<void> {
    const talk = this.get(c);
    if (talk === undefined || talk.earlier === 'loading') return;
    const until = shownSpan(talk.state).after;
    if (until === 0) return;
    this.#change(c, { earlier: 'loading' });
    try {
      const after = Math.max(0, until - PAGE);
      this.apply(c, await this.#ports.api.events(c, after, until - after));
      this.#change(c, { earlier: 'idle' });
    } catch {
      this.#change(c, { earlier: 'failed' });
    }
  }

  /** After a reconnect: receipts are not part of the log, and are asked for. A load that failed goes on. */
  catchUp(): void {
    for (const [c, { loading }] of Object.entries(this.#ports.store.value.talks)) {
      if (loading === 'failed') void this.open(c, 0);
      else if (loading === 'ready') this.#fetchAfter(c).catch(() => undefined);
    }
  }

  apply(c: string, input: EventsPage | ServerFrame): void {
    const talk = this.get(c);
    if (talk === undefined) return;
    const state = apply(talk.state, input);
    if (state === talk.state) return;
    const caughtUp = talk.loading === 'failed' && heldUpTo(state) > heldUpTo(talk.state);
    this.#change(c, { state, ...(caughtUp && { loading: 'ready' }) });
    this.#ports.outbox()?.settle(state);
    this.#ports.arrived(c, heldUpTo(state));
  }

  showOutbox(c: string): void {
    if (this.get(c) !== undefined) this.#change(c, { outbox: this.#ports.outbox()?.items(c) ?? [] });
  }

  showTyping(c: string, typing: string | null): void {
    if (this.get(c) !== undefined && this.get(c)?.typing !== typing) this.#change(c, { typing });
  }

  stop(): void {
    for (const unfollow of this.#unfollow.values()) unfollow();
  }

  async #fetchAfter(c: string): Promise<EventsPage> {
    const state: ConversationState | undefined = this.get(c)?.state;
    const page = await this.#ports.api.events(c, state === undefined ? 0 : heldUpTo(state), 500);
    this.apply(c, page);
    return page;
  }

  #change(c: string, change: Partial<Talk>): void {
    const talk = this.get(c);
    if (talk !== undefined) this.#set(c, { ...talk, ...change });
  }

  #set(c: string, talk: Talk): void {
    const { store } = this.#ports;
    store.set({ talks: { ...store.value.talks, [c]: talk } });
  }
}
