import type { ConversationSummary, InboxPage } from '../../src/contract/conversations.ts';
import type { Counters, ServerFrame } from '../../src/contract/frames.ts';
import { applyChanges, type LoadedPages } from '../../src/web/desk/inbox/apply.ts';
import type { Connection } from '../../src/web/shared/transport/connection.ts';
import type { Browser } from './browser.ts';

const view = { kind: 'all' } as const;
const pageOf = (page: InboxPage): LoadedPages => ({ pages: [page], pageParams: [null] });

export interface InboxContent {
  readonly rows: ConversationSummary[];
  readonly counters: Counters;
}

/** What the server would show now. */
export async function fetchInbox(browser: Browser, patience?: AbortSignal): Promise<InboxContent> {
  const { rows } = await browser.insist<InboxPage>(
    'GET',
    '/api/desk/conversations?view=all&limit=100',
    undefined,
    patience,
  );
  return { rows, counters: await browser.insist<Counters>('GET', '/api/desk/counters', undefined, patience) };
}

/** The open conversations and the counters on one desk: fetched after every reconnect, kept current by frames. */
export class Inbox {
  readonly #browser: Browser;
  readonly #closing: AbortSignal;
  #loaded = pageOf({ rows: [], next: null });
  #counters: Counters | null = null;
  /** Came while fetching: the answer may be older than they are. */
  #meanwhile: ConversationSummary[] = [];
  #fetching = false;
  #again = false;

  constructor(browser: Browser, connection: Connection, closing: AbortSignal) {
    this.#browser = browser;
    this.#closing = closing;
    connection.send({ t: 'inbox', on: true });
    connection.onFrame((frame) => this.#heard(frame));
    connection.onStatus(({ phase }) => {
      if (phase === 'online') void this.#refresh();
    });
  }

  get content(): { rows: ConversationSummary[]; counters: Counters | null } {
    return { rows: this.#loaded.pages[0]?.rows ?? [], counters: this.#counters };
  }

  #heard(frame: ServerFrame): void {
    if (frame.t === 'counters') this.#counters = frame.counters;
    if (frame.t !== 'inbox') return;
    this.#loaded = applyChanges(view, '', this.#loaded, frame.changed);
    this.#meanwhile.push(...frame.changed);
    if (frame.stale) void this.#refresh();
  }

  async #refresh(): Promise<void> {
    this.#again = true;
    if (this.#fetching) return;
    this.#fetching = true;
    while (this.#again && !this.#closing.aborted) {
      this.#again = false;
      this.#meanwhile = [];
      const { rows } = await fetchInbox(this.#browser, this.#closing).catch(() => this.content);
      this.#loaded = applyChanges(view, '', pageOf({ rows, next: null }), this.#meanwhile);
    }
    this.#fetching = false;
  }
}
