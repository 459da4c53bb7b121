import type { Locale } from '../../../contract/locale.ts';
import type { Seen } from './look.ts';

export type { Seen };

interface Guard {
  look(text: string, locale: Locale): Seen | null;
  withoutSecrets(text: string, locale: Locale): string;
}

/** On a line this slow nobody is kept waiting: the server looks at everything anyway. */
const PATIENCE_MS = 3_000;

let guard: Guard | null = null;
let loading: Promise<Guard | null> | null = null;

/** Fetches the guard, once; null when it cannot be had just now. */
export function loadGuard(): Promise<Guard | null> {
  loading ??= import('./look.ts').then(
    ({ look, withoutSecrets }) => {
      guard = { look, withoutSecrets };
      return guard;
    },
    () => {
      loading = null;
      return null;
    },
  );
  return loading;
}

const afterPatience = (): Promise<null> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));

/** Looks through a text before it is sent; null when nothing was seen, or there is no guard to look. */
export async function examine(text: string, locale: Locale): Promise<Seen | null> {
  const having = guard ?? (await Promise.race([loadGuard(), afterPatience()]));
  try {
    return having?.look(text, locale) ?? null;
  } catch {
    // What it cannot judge the server refuses, with words for whoever wrote it.
    return null;
  }
}

/** A text as it may be kept on this device; null while there is no guard to say. */
export function keepable(text: string, locale: Locale): string | null {
  try {
    return guard?.withoutSecrets(text, locale) ?? null;
  } catch {
    return null;
  }
}
