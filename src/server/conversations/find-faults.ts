/** Where a conversation's log is not as it was written. Pure. */
import type { Fault } from '../../contract/log-check.ts';
import { bodyHas, continues, FIRST_HASH, type ProvenRow } from '../log/hash.ts';
import type { WholeLog } from './verify-store.ts';

type Line = WholeLog['lines'][number];

/** What a redaction says is left of a line; null when there is no such event. */
function digestLeft(line: Line, bySeq: ReadonlyMap<number, Line>): string | null {
  const event = line.redactedBy === null ? undefined : bySeq.get(line.redactedBy);
  if (event === undefined || !event.type.endsWith('.redacted') || event.body === null) return null;
  const { seq, digest } = JSON.parse(event.body) as { seq?: unknown; digest?: unknown };
  return seq === line.seq && typeof digest === 'string' ? digest : null;
}

function bodyIsTrue(line: Line, bySeq: ReadonlyMap<number, Line>): boolean {
  if (line.redactedBy === null) return bodyHas(line, line.digest.toString('hex'));
  const digest = digestLeft(line, bySeq);
  return digest !== null && bodyHas(line, digest);
}

const isSame = (a: Buffer, b: ProvenRow | undefined): boolean => b !== undefined && a.equals(b.hash);

/** After a line that is wrong the next is held against what that one says, so that each is named for its own fault. */
export function findFaults({ lines, lastSeq, lastHash }: WholeLog): { seq: number; fault: Fault }[] {
  const bySeq = new Map(lines.map((line) => [line.seq, line]));
  const faults: { seq: number; fault: Fault }[] = [];
  let previous = FIRST_HASH;
  let expected = 1;
  for (const line of lines) {
    const isNext = line.seq === expected;
    for (; expected < line.seq; expected += 1) faults.push({ seq: expected, fault: 'missing' });
    const isTrue = bodyIsTrue(line, bySeq) && (!isNext || continues(previous, line));
    if (!isTrue) faults.push({ seq: line.seq, fault: 'altered' });
    previous = line.hash;
    expected = line.seq + 1;
  }
  for (; expected <= lastSeq; expected += 1) faults.push({ seq: expected, fault: 'missing' });
  const last = lines.at(-1);
  if (faults.length === 0 && (last?.seq !== lastSeq || !isSame(lastHash, last)))
    faults.push({ seq: lastSeq, fault: 'head' });
  return faults;
}
