/** Arithmetic of the parts that are taken out of a text. Pure. */
import type { Part } from '../../contract/redaction.ts';
import { invalidField } from '../platform/app-error.ts';

const isLow = (text: string, at: number): boolean => /^[\udc00-\udfff]$/.test(text.charAt(at));

/** A part that cuts no character in half. */
const whole = (text: string, { start, end }: Part): Part => ({
  start: isLow(text, start) ? start - 1 : start,
  end: isLow(text, end) ? end + 1 : end,
});

function joined(parts: readonly Part[]): Part[] {
  const all: Part[] = [];
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last === undefined || part.start > last.end) all.push(part);
    else all[all.length - 1] = { start: last.start, end: Math.max(last.end, part.end) };
  }
  return all;
}

/** What is taken out of a text, ascending, none touching another; all of it where no parts are named. */
export function chosenParts(text: string, parts: readonly Part[] | undefined): Part[] {
  if (parts === undefined) return [{ start: 0, end: text.length }];
  const beyond = parts.findIndex(({ end }) => end > text.length);
  if (beyond >= 0) throw invalidField(`parts.${beyond}.end`, 'is beyond the end of the text');
  return joined(parts.map((part) => whole(text, part)));
}

/** Where the guard's own marks stand once parts are taken out; those within a part are gone. */
export function shifted<T extends Part>(marks: readonly T[], parts: readonly Part[], length: number): T[] {
  return marks.flatMap((mark) => {
    if (parts.some(({ start, end }) => start < mark.end && mark.start < end)) return [];
    const before = parts.filter(({ end }) => end <= mark.start);
    const by = before.reduce((sum, { start, end }) => sum + length - (end - start), 0);
    return [{ ...mark, start: mark.start + by, end: mark.end + by }];
  });
}
