import type { Locale } from '../../../contract/locale.ts';
import { keepable, loadGuard } from '../../shared/guard/examine.ts';

const PREFIX = 'okpay.draft.';

/** What was typed and not sent, kept on this device; a browser that forbids storage just forgets it. */
export function readDraft<T>(key: string, otherwise: T): T {
  try {
    return { ...otherwise, ...(JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as T | null) };
  } catch {
    return otherwise;
  }
}

/** The latest of each draft; an earlier one that still waited for the guard must not come after it. */
const latest = new Map<string, object | null>();

/** Keeps a draft without what the guard takes out of it; until there is a guard it lives in the page alone. */
export function saveDraft<T extends object>(key: string, value: T | null, locale: Locale): void {
  latest.set(key, value);
  const guarded = value === null ? null : guardedDraft(value, locale);
  if (value === null || guarded !== null) {
    store(key, guarded);
    return;
  }
  void loadGuard().then((guard) => {
    if (guard !== null && latest.get(key) === value) saveDraft(key, value, locale);
  });
}

function guardedDraft(value: object, locale: Locale): object | null {
  const entries = Object.entries(value).map(([name, part]) => [
    name,
    typeof part === 'string' ? keepable(part, locale) : part,
  ]);
  return entries.some(([, part]) => part === null) ? null : Object.fromEntries(entries);
}

function store(key: string, value: object | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Full or forbidden: nothing else depends on it.
  }
}
