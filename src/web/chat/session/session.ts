import type { MyConversation, StartConversation } from '../../../contract/conversations.ts';
import type { AttachmentRef } from '../../../contract/events.ts';
import type { ServerFrame } from '../../../contract/frames.ts';
import type { MistakableKind } from '../../../contract/secrets.ts';
import { Outbox } from '../../shared/outbox/outbox.ts';
import { outboxStore } from '../../shared/outbox/store.ts';
import { Connection } from '../../shared/transport/connection.ts';
import { Deadline } from '../../shared/transport/deadline.ts';
import { type ChatApi, chatApi } from './api.ts';
import { SeenReporter } from './seen-reporter.ts';
import { type ChatState, startingState } from './state.ts';
import { Store } from './store.ts';
import { Talks } from './talks.ts';
import { TypingSender, TypingWatch } from './typing.ts';

/** Conversations followed beside the opened one, for their unread marks. */
const FOLLOWED = 30;
const REFRESH_MS = 400;

/** Everything behind the screens of the chat: who the customer is, their conversations, and the line to the server. */
export class ChatSession {
  readonly store = new Store<ChatState>(startingState);
  readonly api: ChatApi;
  readonly talks: Talks;
  readonly typing: TypingSender;
  readonly #line: Connection;
  readonly #seen: SeenReporter;
  readonly #typingWatch: TypingWatch;
  readonly #refresh = new Deadline();
  readonly #backlog = new Map<string, number>();
  #outbox: Outbox | null = null;

  constructor(base: string, locale: string) {
    this.api = chatApi(base, locale);
    this.#line = new Connection({ side: 'my', base, locale: () => locale });
    this.#seen = new SeenReporter(this.#line);
    this.typing = new TypingSender(this.#line);
    this.talks = new Talks({
      store: this.store,
      api: this.api,
      line: this.#line,
      outbox: () => this.#outbox,
      arrived: (c, upTo) => this.#report(c, upTo, 0),
    });
    this.#typingWatch = new TypingWatch((c, name) => this.talks.showTyping(c, name));
    this.#line.onFrame((frame) => this.#heard(frame));
    this.#line.onStatus((status) => {
      const isBack = status.phase === 'online';
      this.store.set({ status, wasOnline: this.store.value.wasOnline || isBack });
      if (isBack) this.#cameOnline();
    });
  }

  /** Finds out who this browser is. A newcomer has no line yet: it opens with the first conversation. */
  async load(): Promise<void> {
    this.store.set({ phase: 'loading' });
    try {
      await this.#meet();
      this.store.set({ phase: 'ready' });
    } catch {
      this.store.set({ phase: 'failed' });
    }
  }

  stop(): void {
    this.#refresh.clear();
    this.#seen.stop();
    this.#typingWatch.stop();
    this.talks.stop();
    this.#outbox?.close();
    this.#line.stop();
  }

  /** Starts a conversation; the same `start` may be tried again. @throws RequestFailed */
  async start(start: StartConversation): Promise<void> {
    // Known before the start: were its answer lost, a stranger's second try would meet somebody else's conversation.
    if (this.store.value.me === null) await this.api.introduce();
    await this.api.start(start);
    // The conversation exists: from here on nothing may look as if it had not been sent.
    await this.#meet().catch(() => undefined);
    await this.open(start.id);
  }

  async open(c: string): Promise<void> {
    await this.talks.open(c, this.row(c)?.lastSeq ?? 0);
  }

  row(c: string): MyConversation | undefined {
    return this.store.value.rows.find(({ id }) => id === c);
  }

  /** @param notSecret kinds that the guard saw and the customer says are none */
  post(
    c: string,
    text: string,
    attachments: readonly AttachmentRef[],
    notSecret: readonly MistakableKind[] = [],
  ): void {
    this.typing.stopped();
    this.#outbox?.add({ c, text, attachments, notSecret });
  }

  retry(id: string): void {
    this.#outbox?.retry(id);
  }

  remove(id: string): void {
    this.#outbox?.remove(id);
  }

  /** What is on the screen, up to `seq`, was looked at. */
  sawUpTo(c: string, seq: number): void {
    this.#report(c, seq, seq);
  }

  reconnectNow(): void {
    this.#line.wake();
  }

  async refreshList(): Promise<void> {
    const rows = await this.api.conversations();
    this.store.set({ rows });
    for (const { id, lastSeq } of rows.slice(0, FOLLOWED)) this.#followQuietly(id, lastSeq);
  }

  async #meet(): Promise<void> {
    const me = await this.api.me();
    if (me === null) return;
    this.store.set({ me });
    if (this.#outbox === null) {
      this.#outbox = new Outbox(this.#line, outboxStore(`my.${me.id}`));
      this.#outbox.onChange((c) => this.talks.showOutbox(c));
    }
    this.#line.start();
    await this.refreshList();
  }

  /** A conversation of the list is followed from its end: enough to know that something came. */
  #followQuietly(c: string, lastSeq: number): void {
    if (this.talks.get(c) !== undefined || this.#backlog.has(c)) return;
    this.#backlog.set(c, lastSeq);
    this.#line.follow(c, () => this.#backlog.get(c) ?? lastSeq);
  }

  #heard(frame: ServerFrame): void {
    if (!('c' in frame) || frame.c === undefined) return;
    const { c } = frame;
    if (frame.t === 'typing') this.#typingWatch.heard(c, frame.on ? (frame.who.name ?? '') : null);
    if (frame.t === 'events') this.#arrived(frame);
    this.talks.apply(c, frame);
  }

  #arrived({ c, upTo, events }: Extract<ServerFrame, { t: 'events' }>): void {
    if (events.some(({ actor, type }) => actor.kind === 'agent' && type === 'message.posted'))
      this.#typingWatch.heard(c, null);
    if (upTo > (this.#backlog.get(c) ?? 0) && this.#backlog.has(c)) {
      this.#backlog.set(c, upTo);
      this.#report(c, upTo, 0);
    }
    if (events.length > 0) this.#refreshSoon();
  }

  #refreshSoon(): void {
    this.#refresh.set(REFRESH_MS, () => this.refreshList().catch(() => undefined));
  }

  #cameOnline(): void {
    this.#seen.sayAgain();
    this.talks.catchUp();
    this.#refreshSoon();
  }

  #report(c: string, delivered: number, read: number): void {
    const receipt = this.#seen.report(c, delivered, read);
    if (receipt !== null) this.talks.apply(c, { t: 'seen', c, who: 'customer', ...receipt });
  }
}
