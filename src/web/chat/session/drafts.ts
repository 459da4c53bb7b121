const PREFIX = 'okpay.draft.';

/** What was typed and not sent, kept on this device; a browser that forbids storage just forgets it. */
export function readDraft<T>(key: string, otherwise: T): T {
  try {
    return { ...otherwise, ...(JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as T | null) };
  } catch {
    return otherwise;
  }
}

export function saveDraft(key: string, value: object | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Full or forbidden: nothing else depends on it.
  }
}
