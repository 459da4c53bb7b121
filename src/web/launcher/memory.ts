/** What the launcher remembers on the host page, in its localStorage; nothing of it says who the customer is. */
export interface Memory {
  /** The panel was open when the page was left. */
  open: boolean;
  /** Path of the panel's last page. */
  path: string;
  /** There was a conversation: unread messages are worth looking for. */
  talked: boolean;
}

const KEY = 'okpay-support';
const nothing: Memory = { open: false, path: '/', talked: false };

/** Only paths of the centre: whatever else a page finds there was not written by us. */
const isPath = (path: unknown): path is string =>
  typeof path === 'string' && /^\/(?![/\\])[^\s]*$/.test(path);

export function recall(): Memory {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Memory>;
    return {
      open: kept.open === true,
      path: isPath(kept.path) ? kept.path : nothing.path,
      talked: kept.talked === true,
    };
  } catch {
    return { ...nothing };
  }
}

export function keep(memory: Memory): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // Storage is full or forbidden: the panel opens at its home next time.
  }
}
