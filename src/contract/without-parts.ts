import type { Part } from './redaction.ts';

/**
 * A text with a mark in the place of each part. Server and pages both do this, so that an open page shows what a page
 * opened later shows. @param parts ascending, none overlapping another
 */
export function withoutParts(text: string, parts: readonly Part[], mark: string): string {
  let kept = '';
  let done = 0;
  for (const { start, end } of parts) {
    kept += text.slice(done, start) + mark;
    done = end;
  }
  return kept + text.slice(done);
}
