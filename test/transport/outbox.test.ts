import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientFrame, ServerFrame } from '../../src/contract/frames.ts';
import { apply } from '../../src/web/shared/conversation/apply.ts';
import { emptyConversation } from '../../src/web/shared/conversation/state.ts';
import { timeline } from '../../src/web/shared/conversation/timeline.ts';
import type { OutboxItem } from '../../src/web/shared/outbox/item.ts';
import { Outbox } from '../../src/web/shared/outbox/outbox.ts';
import type { OutboxStore } from '../../src/web/shared/outbox/store.ts';
import { Connection } from '../../src/web/shared/transport/connection.ts';
import { Peer } from './peer.ts';

const c = '11111111-1111-4111-8111-111111111111';
const until = (check: () => void) => vi.waitFor(check, { timeout: 8_000, interval: 5 });
type Post = Extract<ClientFrame, { t: 'post' }>;

/** A browser's storage, seen by two tabs. */
class SharedStorage {
  readonly records = new Map<string, OutboxItem>();
  readonly #tabs = new Map<object, (id: string, item: OutboxItem | null) => void>();

  tab(): OutboxStore {
    const me = {};
    const tell = (id: string, item: OutboxItem | null) => {
      for (const [tab, changed] of this.#tabs) if (tab !== me) changed(id, item);
    };
    return {
      all: () => [...this.records.values()],
      put: (item) => {
        this.records.set(item.id, item);
        tell(item.id, item);
      },
      delete: (id) => {
        if (this.records.delete(id)) tell(id, null);
      },
      watch: (changed) => {
        this.#tabs.set(me, changed);
        return () => this.#tabs.delete(me);
      },
    };
  }
}

/** A peer that keeps posts as the server does: an id once, in order of arrival. */
class Log {
  readonly stored: Post[] = [];
  answering = true;
  refuse: ((post: Post) => Extract<ServerFrame, { t: 'refused' }> | null) | null = null;

  receive(frame: ClientFrame, reply: (frame: ServerFrame) => void): void {
    if (frame.t !== 'post') return;
    const refusal = this.refuse?.(frame) ?? null;
    if (refusal !== null) {
      reply(refusal);
      return;
    }
    if (!this.stored.some(({ id }) => id === frame.id)) this.stored.push(frame);
    const seq = this.stored.findIndex(({ id }) => id === frame.id) + 1;
    if (this.answering) reply({ t: 'ack', c, id: frame.id, seq, at: '' });
  }
  get texts(): string[] {
    return this.stored.map(({ text }) => text);
  }
}

let peer: Peer;
let log: Log;
let storage: SharedStorage;
let open: { connection: Connection; outbox: Outbox }[];

beforeEach(async () => {
  peer = await Peer.start();
  log = new Log();
  peer.onFrame = (frame, reply) => log.receive(frame, reply);
  storage = new SharedStorage();
  open = [];
});
afterEach(async () => {
  for (const tab of open) closeTab(tab);
  await peer.stop();
});

function closeTab({ connection, outbox }: { connection: Connection; outbox: Outbox }): void {
  outbox.close();
  connection.stop();
}

function openTab(start = true) {
  const connection = new Connection({ side: 'my', base: peer.url, random: () => 0 });
  const outbox = new Outbox(connection, storage.tab());
  if (start) connection.start();
  const tab = { connection, outbox };
  open.push(tab);
  return tab;
}

const states = (outbox: Outbox) => outbox.items(c).map(({ state }) => state);

describe('Outbox', () => {
  it('sends what was written without a line, once there is one, in order', async () => {
    const { connection, outbox } = openTab(false);
    for (const text of ['one', 'two', 'three']) outbox.add({ c, text });
    expect(states(outbox)).toEqual(['pending', 'pending', 'pending']);
    connection.start();
    await until(() => expect(states(outbox)).toEqual(['sent', 'sent', 'sent']));
    expect(log.texts).toEqual(['one', 'two', 'three']);
  });

  it('repeats with the same id when the answer was lost with the line', async () => {
    const { outbox } = openTab();
    log.answering = false;
    outbox.add({ c, text: 'one' });
    await until(() => expect(log.texts).toEqual(['one']));
    log.answering = true;
    peer.last.terminate();
    await until(() => expect(states(outbox)).toEqual(['sent']));
    expect(peer.of('post')).toHaveLength(2);
    expect(log.texts).toEqual(['one']);
  });

  it('goes on after a reload', async () => {
    const before = openTab(false);
    before.outbox.add({ c, text: 'one' });
    closeTab(before);
    const { outbox } = openTab();
    await until(() => expect(states(outbox)).toEqual(['sent']));
  });

  it('marks only what was refused for good as failed, and sends the next', async () => {
    log.refuse = ({ id, text }) =>
      text === 'bad' ? { t: 'refused', code: 'forbidden', title: 'no', c, id } : null;
    const { outbox } = openTab();
    const bad = outbox.add({ c, text: 'bad' });
    outbox.add({ c, text: 'good' });
    await until(() => expect(states(outbox)).toEqual(['failed', 'sent']));
    expect(outbox.items(c)[0]).toMatchObject({ code: 'forbidden', reason: 'no' });
    log.refuse = null;
    outbox.retry(bad.id);
    await until(() => expect(states(outbox)).toEqual(['sent', 'sent']));
  });

  it('holds everything back while the server cannot take it', async () => {
    let busy = true;
    log.refuse = ({ id }) =>
      busy ? { t: 'refused', code: 'unavailable', title: '', c, id, retryAfterMs: 10 } : null;
    const { outbox } = openTab();
    outbox.add({ c, text: 'one' });
    outbox.add({ c, text: 'two' });
    await until(() => expect(peer.of('post').length).toBeGreaterThan(0));
    expect(states(outbox)).toEqual(['pending', 'pending']);
    busy = false;
    await until(() => expect(log.texts).toEqual(['one', 'two']));
  });

  it('shows in both tabs once, and one tab sends what the other cannot', async () => {
    const away = openTab(false);
    const here = openTab();
    const item = away.outbox.add({ c, text: 'from the other tab' });
    await until(() => expect(log.texts).toEqual(['from the other tab']));
    await until(() => expect(states(away.outbox)).toEqual(['sent']));
    const event = {
      type: 'message.posted',
      seq: 1,
      id: item.id,
      at: '',
      actor: { kind: 'customer', id: c },
      body: { text: '' },
    } as const;
    const state = apply(emptyConversation(c), { t: 'events', c, after: 0, upTo: 1, events: [event] });
    here.outbox.settle(state);
    expect(here.outbox.items(c)).toEqual([]);
    // The other tab keeps its bubble until its own log has the event.
    expect(timeline(emptyConversation(c), away.outbox.items(c)).map(({ key }) => key)).toEqual([item.id]);
    away.outbox.settle(state);
    expect(timeline(state, away.outbox.items(c)).map(({ key }) => key)).toEqual([item.id]);
    expect(storage.records.size).toBe(0);
  });

  it('takes the event itself for the acknowledgement', async () => {
    log.answering = false;
    const { outbox } = openTab();
    const { id } = outbox.add({ c, text: 'one' });
    await until(() => expect(log.texts).toEqual(['one']));
    peer.send({
      t: 'events',
      c,
      after: 0,
      upTo: 1,
      events: [
        {
          type: 'message.posted',
          seq: 1,
          id,
          at: '',
          actor: { kind: 'customer', id: c },
          body: { text: 'one' },
        },
      ],
    });
    await until(() => expect(states(outbox)).toEqual(['sent']));
  });
});
