/** A sign that asks for suggestions, and what was typed after it: `/` canned replies, `#` articles. */
export interface Trigger {
  readonly sign: '/' | '#';
  /** Where the sign stands in the text. */
  readonly start: number;
  readonly query: string;
}

const QUERY_MAX = 40;

/** The trigger the caret stands in: a sign at the beginning or after a blank, with no blank since. Pure. */
export function triggerAt(text: string, caret: number): Trigger | null {
  const before = text.slice(Math.max(0, caret - QUERY_MAX - 1), caret);
  const match = /(?:^|\s)([/#])([^\s/#]*)$/u.exec(before);
  if (match === null) return null;
  const query = match[2] ?? '';
  const start = caret - query.length - 1;
  // The window may have cut off what stands before the sign.
  if (start > 0 && !/\s/u.test(text[start - 1] ?? ' ')) return null;
  return { sign: match[1] as '/' | '#', start, query };
}

/** The text with the trigger and its query replaced, and where the caret then stands. */
export function replaceTrigger(
  text: string,
  { start, query }: Trigger,
  by: string,
): { text: string; caret: number } {
  const end = start + 1 + query.length;
  return { text: text.slice(0, start) + by + text.slice(end), caret: start + by.length };
}
