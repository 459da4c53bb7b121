import { type ErrorCode, errorText } from '../../contract/errors.ts';
import type { Locale } from '../../contract/locale.ts';

/** What a refused frame spoke of, so that its sender knows which bubble to mark. */
export interface Named {
  c?: string | null | undefined;
  id?: string | undefined;
}

/** The answer to a frame that was refused; `waitMs` above 0 says when the same frame may be sent again. */
export function refusedFrame(
  code: ErrorCode,
  locale: Locale,
  { c, id }: Named,
  waitMs: number,
  values: Record<string, string | number> = { seconds: Math.ceil(waitMs / 1000) },
): string {
  return JSON.stringify({
    t: 'refused',
    code,
    title: errorText(code, locale, values),
    ...(c ? { c } : {}),
    ...(id === undefined ? {} : { id }),
    ...(waitMs > 0 ? { retryAfterMs: waitMs } : {}),
  });
}
