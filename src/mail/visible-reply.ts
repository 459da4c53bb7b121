/**
 * What somebody wrote in answer to a mail, without what they quoted and signed with. What is left out here is one tap
 * away and never thrown away, so that a wrong guess costs a tap. Linear in the length of the text.
 */
import { attributionAt, isHeadAt, isSeparator } from './attribution.ts';
import { signatureAt } from './signature.ts';

const isQuoted = (line: string): boolean => /^\s{0,3}>/.test(line);

/** "reply--- On Wed, Apr 4, 2012, ann@example.com wrote:" - what stands before the dashes was written by hand. */
const glued = /^(.{0,199}[^-\s])\s*-{2,}\s*(On .{5,200})$/;

interface Piece {
  readonly said: readonly string[];
  /** The line after what introduces the quotation; null when nothing is quoted any more. */
  readonly rest: number | null;
}

/** Reads from `from` on to what introduces the next quotation. */
function read(lines: readonly string[], from: number): Piece {
  const said: string[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as string;
    if (isQuoted(line)) continue;
    if (isSeparator(line) || isHeadAt(lines, at)) return { said, rest: lines.length };
    const [, before, attribution] = glued.exec(line.slice(0, 500)) ?? [];
    if (attribution !== undefined && attributionAt([attribution], 0) > 0)
      return { said: [...said, before as string], rest: at + 1 };
    const broken = attributionAt(lines, at);
    if (broken > 0) return { said, rest: at + broken };
    said.push(line);
  }
  return { said, rest: null };
}

/**
 * The line behind a quotation that begins at `from`, when answers may stand between and below its lines: it is marked
 * with `>`. Null when it is not marked: then nothing tells where it ends, and all that follows belongs to it.
 */
function behindQuotation(lines: readonly string[], from: number): number | null {
  let at = from;
  while (at < lines.length && (lines[at] as string).trim() === '') at++;
  return at < lines.length && isQuoted(lines[at] as string) ? at : null;
}

/** A rule that was drawn above the quotation is no part of the answer. */
const isRule = (line: string): boolean => /^[-–—_=*\s]*$/.test(line);

const trimmed = (lines: readonly string[]): string =>
  lines
    .slice(0, lines.findLastIndex((line) => !isRule(line)) + 1)
    .join('\n')
    .replace(/[ \t\u00a0]+$/gm, '')
    .replace(/^\n+|\s+$/g, '')
    .replace(/\n{3,}/g, '\n\n');

/** @param text the whole plain text of a mail */
export function visibleReply(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const said: string[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const piece: Piece = read(lines, from);
    said.push(...piece.said);
    from = piece.rest === null ? null : behindQuotation(lines, piece.rest);
  }
  const reply = trimmed(said.slice(0, signatureAt(said)));
  // Nothing but a signature or a quotation: then that is what they sent.
  return reply === '' ? trimmed(said) || trimmed(lines) : reply;
}
