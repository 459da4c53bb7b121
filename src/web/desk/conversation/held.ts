import type { EventsPage } from '../../../contract/conversations.ts';
import type { ServerFrame } from '../../../contract/frames.ts';
import { apply } from '../../shared/conversation/apply.ts';
import {
  type ConversationState,
  emptyConversation,
  heldUpTo,
  shownSpan,
} from '../../shared/conversation/state.ts';
import { Listeners } from '../../shared/listeners.ts';
import { get, query } from '../api/client.ts';
import { connection } from '../live/connection.ts';

/** Conversations that stay followed after they left the screen, so that going back to one is instant. */
const KEPT = 30;
const PAGE = 60;

interface Held {
  state: ConversationState;
  unfollow: () => void;
  /** The first load, or one of an earlier page, under way. */
  loading: Promise<void> | null;
}

/** What this page holds of conversations' logs: loaded near their end, kept live, changed through `apply` only. */
class HeldConversations {
  readonly #held = new Map<string, Held>();
  readonly #changes = new Listeners<string>();

  onChange(listener: (c: string) => void): () => void {
    return this.#changes.add(listener);
  }

  state(c: string): ConversationState | undefined {
    return this.#held.get(c)?.state;
  }

  /** Holds a conversation from `PAGE` lines before `anchor` on; one that is held with the anchor in sight stays as it is. */
  open(c: string, anchor: number): Promise<void> {
    const known = this.#held.get(c);
    if (known !== undefined && this.#shows(known.state, anchor)) {
      this.#held.delete(c);
      this.#held.set(c, known);
      return known.loading ?? Promise.resolve();
    }
    known?.unfollow();
    const held: Held = { state: emptyConversation(c, anchor), unfollow: () => {}, loading: null };
    this.#held.set(c, held);
    held.unfollow = connection.follow(c, () => heldUpTo(held.state));
    this.#letGoOfOldest();
    return this.loadEarlier(c);
  }

  /** Fetches the page before what is shown. Throws RequestFailed. */
  loadEarlier(c: string): Promise<void> {
    const held = this.#held.get(c);
    if (held === undefined) return Promise.resolve();
    if (held.loading !== null) return held.loading;
    const loading = this.#fetchBefore(held, c).finally(() => {
      if (held.loading === loading) held.loading = null;
    });
    held.loading = loading;
    return loading;
  }

  hear(frame: ServerFrame): void {
    if (!('c' in frame) || frame.c === undefined) return;
    const held = this.#held.get(frame.c);
    if (held !== undefined) this.#change(held, frame.c, apply(held.state, frame));
  }

  /** Lets go of everything: somebody else signs in. */
  clear(): void {
    for (const { unfollow } of this.#held.values()) unfollow();
    this.#held.clear();
  }

  async #fetchBefore(held: Held, c: string): Promise<void> {
    const { after: end } = shownSpan(held.state);
    const after = Math.max(0, end - PAGE);
    const limit = end - after;
    const page = await get<EventsPage>(
      `/api/desk/conversations/${c}/events${query({ after, limit: Math.max(1, limit) })}`,
    );
    // Free before anybody hears of it: whoever stands at the very top asks for the next page at once.
    held.loading = null;
    this.#change(held, c, apply(held.state, page));
  }

  #shows(state: ConversationState, seq: number): boolean {
    const { after, upTo } = shownSpan(state);
    return after < seq && seq <= upTo && state.events.length > 0;
  }

  #change(held: Held, c: string, state: ConversationState): void {
    if (held.state === state) return;
    held.state = state;
    this.#changes.emit(c);
  }

  #letGoOfOldest(): void {
    for (const [c, held] of this.#held) {
      if (this.#held.size <= KEPT) return;
      held.unfollow();
      this.#held.delete(c);
    }
  }
}

export const conversations = new HeldConversations();
