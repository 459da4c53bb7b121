import type { AttachmentRef } from '../../../contract/events.ts';
import type { ClientFrame, ServerFrame } from '../../../contract/frames.ts';
import type { MistakableKind } from '../../../contract/secrets.ts';
import { type ConversationState, heldUpTo } from '../conversation/state.ts';
import { newId } from '../ids.ts';
import { Listeners } from '../listeners.ts';
import type { Connection } from '../transport/connection.ts';
import { byWriting, isPassing, type OutboxItem } from './item.ts';
import { Lane } from './lane.ts';
import type { OutboxStore } from './store.ts';

type Line = Pick<Connection, 'send' | 'onFrame' | 'onStatus' | 'status'>;
type Written = Pick<OutboxItem, 'c' | 'text'> & {
  kind?: OutboxItem['kind'];
  attachments?: readonly AttachmentRef[];
  notSecret?: readonly MistakableKind[];
};

/** Sent items that no tab came back for are forgotten after a day: the log has them. */
const FORGET_SENT_MS = 86_400_000;

const frameOf = ({ kind, c, id, text, attachments, notSecret }: OutboxItem): ClientFrame => {
  const said = notSecret === undefined ? {} : { notSecret: [...notSecret] };
  if (kind === 'note') return { t: 'note', c, id, text, ...said };
  return {
    t: 'post',
    c,
    id,
    text,
    ...said,
    ...(attachments.length > 0 && { attachments: attachments.map(({ id }) => ({ id })) }),
  };
};

/**
 * Everything written here and not yet in the log. An item is stored before it is tried, tried until the server says
 * that it is on its disk, always with the same id, in the order of writing within a conversation. Tabs share the
 * store: either may send what the other wrote, since the server keeps an id once.
 */
export class Outbox {
  readonly #line: Line;
  readonly #store: OutboxStore;
  readonly #items = new Map<string, OutboxItem>();
  readonly #lanes = new Map<string, Lane>();
  readonly #changes = new Listeners<string>();
  readonly #stops: (() => void)[];
  #lastAt = 0;

  constructor(line: Line, store: OutboxStore) {
    this.#line = line;
    this.#store = store;
    for (const item of store.all()) {
      if (item.state === 'sent' && Date.now() - item.at > FORGET_SENT_MS) store.delete(item.id);
      else this.#items.set(item.id, item);
    }
    this.#stops = [
      store.watch((id, item) => this.#heardFromTab(id, item)),
      line.onFrame((frame) => this.#heard(frame)),
      line.onStatus((status) => {
        if (status.phase === 'online') this.#startOver();
      }),
    ];
    if (line.status.phase === 'online') this.#startOver();
  }

  /** Stops listening and trying; what is pending stays stored for the next page. */
  close(): void {
    for (const stop of this.#stops) stop();
    for (const lane of this.#lanes.values()) lane.stop();
  }

  /** Hears the conversation whose items changed. */
  onChange(listener: (c: string) => void): () => void {
    return this.#changes.add(listener);
  }

  /** What is on its way in a conversation, in the order of writing. */
  items(c: string): OutboxItem[] {
    return [...this.#items.values()].filter((item) => item.c === c).sort(byWriting);
  }

  /** Takes a message over: from here on it is sent or shown as failed, whatever happens to the page. */
  add({ c, text, kind = 'post', attachments = [], notSecret = [] }: Written): OutboxItem {
    this.#lastAt = Math.max(Date.now(), this.#lastAt + 1);
    const item: OutboxItem = {
      id: newId(),
      c,
      kind,
      text,
      attachments,
      at: this.#lastAt,
      state: 'pending',
      ...(notSecret.length > 0 && { notSecret }),
    };
    this.#keep(item);
    this.#advance(c);
    return item;
  }

  /** Tries a failed item again, in its place. */
  retry(id: string): void {
    const item = this.#items.get(id);
    if (item?.state !== 'failed') return;
    const { code: _code, reason: _reason, ...again } = item;
    this.#keep({ ...again, state: 'pending' });
    this.#advance(item.c);
  }

  /** Deletes a failed item. One that may be on its way cannot be taken back. */
  remove(id: string): void {
    if (this.#items.get(id)?.state === 'failed') this.#drop(id);
  }

  /** Drops what the log shows by itself; to be called whenever events were applied. */
  settle(state: ConversationState): void {
    const shown = new Set(state.events.map(({ id }) => id));
    for (const { id, seq } of this.items(state.c)) {
      if (shown.has(id) || (seq !== undefined && seq <= heldUpTo(state))) this.#drop(id);
    }
    this.#advance(state.c);
  }

  /** Our own event in the log says the same as an `ack`; where we are up to date the server sends only the event. */
  #heard(frame: ServerFrame): void {
    if (frame.t === 'ack') this.#acknowledged(frame.id, frame.seq);
    if (frame.t === 'events') for (const { id, seq } of frame.events) this.#acknowledged(id, seq);
    if (frame.t === 'refused' && frame.id !== undefined) this.#refused(frame.id, frame);
  }

  #acknowledged(id: string, seq: number): void {
    const item = this.#items.get(id);
    if (item === undefined || item.state === 'sent') return;
    this.#keep({ ...item, state: 'sent', seq });
    this.#advance(item.c);
  }

  #refused(id: string, { code, title, retryAfterMs }: Extract<ServerFrame, { t: 'refused' }>): void {
    const item = this.#items.get(id);
    if (item?.state !== 'pending') return;
    if (isPassing(code)) {
      this.#lane(item.c).pause(retryAfterMs);
      return;
    }
    this.#keep({ ...item, state: 'failed', code, reason: title });
    this.#advance(item.c);
  }

  #heardFromTab(id: string, item: OutboxItem | null): void {
    const held = this.#items.get(id);
    const c = item?.c ?? held?.c;
    if (c === undefined) return;
    // Another tab's log shows it already, ours will: until then the bubble stays.
    if (item === null && held?.state === 'sent') return;
    if (item === null) this.#items.delete(id);
    else if (held?.state !== 'sent') this.#items.set(id, item);
    this.#changes.emit(c);
    this.#advance(c);
  }

  #keep(item: OutboxItem): void {
    this.#items.set(item.id, item);
    this.#store.put(item);
    this.#changes.emit(item.c);
  }

  #drop(id: string): void {
    const item = this.#items.get(id);
    if (item === undefined) return;
    this.#items.delete(id);
    this.#store.delete(id);
    this.#changes.emit(item.c);
  }

  #lane(c: string): Lane {
    let lane = this.#lanes.get(c);
    if (lane === undefined) {
      lane = new Lane((item) => this.#line.send(frameOf(item)));
      this.#lanes.set(c, lane);
    }
    return lane;
  }

  #advance(c: string): void {
    this.#lane(c).advance(this.items(c).find(({ state }) => state === 'pending'));
  }

  #startOver(): void {
    for (const lane of this.#lanes.values()) lane.stop();
    for (const c of new Set([...this.#items.values()].map((item) => item.c))) this.#advance(c);
  }
}
