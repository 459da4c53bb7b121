import type { SecretKind } from '../contract/secrets.ts';

/** A secret in the folded text: where it is (UTF-16 offsets of that text), and what of it may still be shown. */
export interface Found {
  kind: SecretKind;
  start: number;
  end: number;
  /** The last four digits of a card. */
  shown?: string;
}

/** Looks for one family of secrets in a folded text and adds what it finds. */
export type Detector = (text: string, found: Found[]) => void;

/** Adds what a group at the end of each match holds. `refuse` says what only looks like it. */
export function addAtEnd(
  text: string,
  pattern: RegExp,
  kind: SecretKind,
  found: Found[],
  accept: (value: string, after: string) => boolean = () => true,
): void {
  for (const match of text.matchAll(pattern)) {
    const value = match.at(-1) ?? '';
    const end = match.index + match[0].length;
    if (value !== '' && accept(value, text.slice(end, end + 12)))
      found.push({ kind, start: end - value.length, end });
  }
}

/** Adds what the first group of each match holds: the match begins with it. */
export function addAtStart(
  text: string,
  pattern: RegExp,
  kind: SecretKind,
  found: Found[],
  accept: (value: string, before: string) => boolean = () => true,
): void {
  for (const match of text.matchAll(pattern)) {
    const value = match[1] ?? '';
    const start = match.index;
    if (value !== '' && accept(value, text.slice(Math.max(0, start - 12), start)))
      found.push({ kind, start, end: start + value.length });
  }
}
