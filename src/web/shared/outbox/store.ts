import type { OutboxItem } from './item.ts';

/** Where items outlive the page. One record an item, so that two tabs never overwrite each other's. */
export interface OutboxStore {
  all(): OutboxItem[];
  put(item: OutboxItem): void;
  delete(id: string): void;
  /** Tells of what another tab did: the item, or null and its id when it was deleted. Returns the way to stop. */
  watch(changed: (id: string, item: OutboxItem | null) => void): () => void;
}

function parseItem(text: string | null): OutboxItem | null {
  try {
    const item = JSON.parse(text ?? 'null') as OutboxItem | null;
    const whole = typeof item?.id === 'string' && typeof item.c === 'string' && typeof item.text === 'string';
    return whole && Array.isArray(item.attachments) ? item : null;
  } catch {
    return null;
  }
}

/** Keeps for the life of the page only: what is left when the browser forbids storage. */
export function memoryOutboxStore(): OutboxStore {
  return { all: () => [], put: () => {}, delete: () => {}, watch: () => () => {} };
}

/** Keys of one `Storage` that begin with `prefix`. */
function keysOf(storage: Storage, prefix: string): string[] {
  const keys: string[] = [];
  for (let i = 0; i < storage.length; i += 1) {
    const key = storage.key(i);
    if (key?.startsWith(prefix)) keys.push(key);
  }
  return keys;
}

/** Keeps in localStorage under `prefix`; a full or forbidden storage is no error: the page's memory still has the item. */
export function localOutboxStore(prefix: string, storage: Storage = localStorage): OutboxStore {
  const attempt = (work: () => void) => {
    try {
      work();
    } catch {
      // Full or forbidden: the item lives as long as the page.
    }
  };
  return {
    all: () => keysOf(storage, prefix).flatMap((key) => parseItem(storage.getItem(key)) ?? []),
    put: (item) => attempt(() => storage.setItem(prefix + item.id, JSON.stringify(item))),
    delete: (id) => attempt(() => storage.removeItem(prefix + id)),
    watch: (changed) => {
      const heard = (event: StorageEvent) => {
        if (event.storageArea !== storage || !event.key?.startsWith(prefix)) return;
        changed(event.key.slice(prefix.length), parseItem(event.newValue));
      };
      window.addEventListener('storage', heard);
      return () => window.removeEventListener('storage', heard);
    },
  };
}

/**
 * The best store there is for one person: `scope` keeps apart who shares a browser (`my.<customer>`, `desk.<agent>`).
 */
export function outboxStore(scope: string): OutboxStore {
  try {
    localStorage.setItem('okpay.probe', '1');
    localStorage.removeItem('okpay.probe');
    return localOutboxStore(`okpay.outbox.${scope}.`);
  } catch {
    return memoryOutboxStore();
  }
}
