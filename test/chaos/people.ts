import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Posted } from '../../src/contract/conversations.ts';
import { heldUpTo } from '../../src/web/shared/conversation/state.ts';
import { RequestFailed } from '../../src/web/shared/http.ts';
import type { Browser } from './browser.ts';
import { Page } from './page.ts';
import type { Random } from './random.ts';
import type { Witness } from './witness.ts';

/** Messages somebody writes ahead of a line that does not take them, before they wait. */
const AHEAD_MAX = 12;

/** No two of them are words of BIP-39: twelve in a row could be a seed phrase, which the guard rightly masks. */
const words = [
  '付款失败',
  '退款',
  'my payment',
  '没有到账',
  'failed',
  '请帮我看看',
  'many thanks',
  '🙂',
  'transferred',
  '账户',
];

function wording(random: Random, label: string): string {
  const length = random.chance(0.03) ? 700 : random.between(1, 40);
  return `${label} ${Array.from({ length }, () => random.pick(words)).join(' ')}`;
}

/**
 * Starts a conversation with ids of its own, again and again until somebody says that it stands. A newcomer
 * becomes known first, as in the chat.
 */
export async function startConversation(
  name: string,
  browser: Browser,
  random: Random,
  witness: Witness,
): Promise<string | null> {
  const id = randomUUID();
  const message = { id: randomUUID(), text: wording(random, `${name} starts`) };
  const form = { name, email: `${name}@example.com`, topic: null };
  witness.wrote({
    id: message.id,
    c: id,
    sender: `${name} starting ${id}`,
    kind: 'post',
    text: message.text,
  });
  const start = { id, form, locale: 'en', message };
  try {
    await browser.insist('POST', '/api/my');
    const { seq } = await browser.insist<{ seq: number }>('POST', '/api/my/conversations', start);
    witness.acked.set(message.id, { c: id, seq });
    return id;
  } catch (error) {
    witness.violate('starts_refused', `${name}: ${(error as RequestFailed).code}`);
    return null;
  }
}

export interface Habits {
  /** Mean milliseconds between two messages in one conversation. */
  readonly paceMs: number;
  readonly reloads: number;
  readonly acts: number;
}

/** Somebody with one page (tab) open, who writes, reloads and, at the desk, acts. */
export class Writer {
  readonly name: string;
  readonly browser: Browser;
  readonly #random: Random;
  readonly #witness: Witness;
  readonly #habits: Habits;
  #page: Page | null = null;
  readonly conversations: string[] = [];
  #written = 0;
  #pages = 1;

  constructor(name: string, browser: Browser, habits: Habits, random: Random, witness: Witness) {
    this.name = name;
    this.browser = browser;
    this.#habits = habits;
    this.#random = random;
    this.#witness = witness;
  }

  /** The page that is open now; the first one opens when it is first needed, after signing in. */
  get page(): Page {
    this.#page ??= new Page(this.name, this.browser, this.#random.fork(`page ${this.#pages}`), this.#witness);
    return this.#page;
  }

  open(c: string): void {
    this.conversations.push(c);
    this.page.open(c);
  }

  /** Lives until told to stop. */
  async live(until: AbortSignal): Promise<void> {
    while (!until.aborted) {
      const pauseMs = (this.#habits.paceMs * 2 * this.#random.next()) / this.conversations.length;
      await wait(pauseMs, undefined, { signal: until }).catch(() => undefined);
      if (until.aborted) return;
      if (this.#random.chance(this.#habits.reloads)) this.#reload();
      if (this.#random.chance(this.#habits.acts))
        void this.#act(this.#random.pick(this.conversations), until);
      this.#write(this.#random.pick(this.conversations));
    }
  }

  #write(c: string): void {
    const { page } = this;
    for (const item of page.outbox.items(c)) if (item.state === 'failed') page.outbox.remove(item.id);
    if (page.pending(c) >= AHEAD_MAX) return;
    const isNote = this.browser.side === 'desk' && this.#random.chance(0.1);
    this.#written += 1;
    page.connection.send({ t: 'typing', c, on: this.#random.chance(0.5) });
    page.write(c, wording(this.#random, `${this.name} #${this.#written}`), isNote ? 'note' : 'post');
  }

  #reload(): void {
    const held = new Map(this.conversations.map((c) => [c, heldUpTo(this.page.state(c))]));
    this.page.close();
    this.#page = null;
    this.#pages += 1;
    this.#witness.reloads += 1;
    for (const [c, lastSeq] of held) this.page.open(c, lastSeq);
  }

  /** Does something to a conversation by request; refusals (taken already, resolved) are part of life. */
  async #act(c: string, until: AbortSignal): Promise<void> {
    const { side } = this.browser;
    const what = this.#random.pick(
      side === 'my'
        ? ['resolution', 'reopening']
        : ['claim', 'hand-back', 'resolution', 'reopening', 'reopening', 'tags', 'priority'],
    );
    const path = `/api/${side}/conversations/${c}/${what}`;
    const body = {
      tags: { tags: [this.#random.pick(['a', 'b']), 'c'] },
      priority: { priority: this.#random.pick(['P1', 'P2', 'normal']) },
    }[what];
    try {
      const { seq } = await this.browser.insist<Posted>(
        body === undefined ? 'POST' : 'PUT',
        path,
        body,
        until,
      );
      this.#witness.acted.push({ c, seq, what });
    } catch (error) {
      const refused = error instanceof RequestFailed && error.status === 409;
      if (!refused && !until.aborted)
        this.#witness.violate('server_failed', `${what}: ${(error as RequestFailed).code} ${error}`);
    }
  }
}
