import type { Part } from './redaction.ts';

/**
 * A text with a mark in the place of each part. @param parts ascending, none overlapping another
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
