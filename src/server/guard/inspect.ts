import type { Locale } from '../../contract/locale.ts';
import { isMistakable, type SecretKind } from '../../contract/secrets.ts';
import { type Finding, type Masked, maskAfter } from '../../guard/mask.ts';
import { AppError } from '../platform/app-error.ts';

export type { Finding };

declare const guarded: unique symbol;
/** Text that passed the guard. Only `inspect` makes it; stores accept nothing else, so nothing raw can be written. */
export type GuardedText = string & { readonly [guarded]: true };

export interface Inspection {
  text: GuardedText;
  removed: Finding[];
}

export interface Circumstances {
  /** What was kept of the last few texts of the same writer, one a line. */
  earlier?: string;
  /** Kinds of which the writer says that this is none; believed only where the guard can be mistaken. */
  notSecret?: readonly SecretKind[];
}

/** A thousand times what the longest message takes. Whoever found a text that is slower shall not get it in. */
const SLOW_MS = 500;

/**
 * Takes secrets out of a text before anything stores, sends or logs it, and says what it took: `[card ••••1234]`.
 * @throws AppError `guard-refused` for a text it cannot judge, `guard-unavailable` when it took too long
 */
export function inspect(
  raw: string,
  locale: Locale,
  { earlier = '', notSecret = [] }: Circumstances = {},
): Inspection {
  const from = performance.now();
  const masked = judge(() => maskAfter(earlier, raw, locale, notSecret.filter(isMistakable)));
  if (performance.now() - from > SLOW_MS) throw new AppError('guard-unavailable');
  return masked as Inspection;
}

function judge(work: () => Masked): Masked {
  try {
    return work();
  } catch {
    throw new AppError('guard-refused');
  }
}
