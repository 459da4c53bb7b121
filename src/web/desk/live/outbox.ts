import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { OutboxItem } from '../../shared/outbox/item.ts';
import { Outbox } from '../../shared/outbox/outbox.ts';
import { outboxStore } from '../../shared/outbox/store.ts';
import { conversations } from '../conversation/held.ts';
import { connection } from './connection.ts';

let current: { agent: string; outbox: Outbox } | null = null;

/** What the signed-in agent wrote and the log does not show yet; kept over reloads, apart for each agent. */
export function outboxOf(agent: string): Outbox {
  if (current?.agent === agent) return current.outbox;
  current?.outbox.close();
  const outbox = new Outbox(connection, outboxStore(`desk.${agent}`));
  conversations.onChange((c) => {
    const state = conversations.state(c);
    if (state !== undefined) outbox.settle(state);
  });
  current = { agent, outbox };
  return outbox;
}

const same = (a: readonly OutboxItem[], b: readonly OutboxItem[]) =>
  a.length === b.length && a.every((item, i) => item === b[i]);

/** What is on its way in a conversation, in the order of writing. */
export function useOutboxItems(outbox: Outbox, c: string): readonly OutboxItem[] {
  const last = useRef<readonly OutboxItem[]>([]);
  const subscribe = useCallback((listener: () => void) => outbox.onChange(listener), [outbox]);
  return useSyncExternalStore(subscribe, () => {
    const items = outbox.items(c);
    if (!same(last.current, items)) last.current = items;
    return last.current;
  });
}
