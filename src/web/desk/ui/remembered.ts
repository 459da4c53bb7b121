const prefix = 'okpay-desk:';

/** A small setting kept on this device; null when absent or when storage is refused (private windows). */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

/** Keeps a small setting on this device; `null` forgets it. Never throws. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, value);
  } catch {
    // A full or forbidden storage costs a preference, never the page.
  }
}
