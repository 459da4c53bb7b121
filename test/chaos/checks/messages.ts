import type { Witness, Written } from '../witness.ts';
import type { StoredRow } from './read-log.ts';

type Log = Map<string, StoredRow[]>;

const isWritten = ({ type }: StoredRow): boolean => type === 'message.posted' || type === 'note.added';

/** What people wrote and were told, against what the log holds. */
export function checkMessages(log: Log, witness: Witness): void {
  const rows = [...log.values()].flat();
  checkStored(new Map(rows.map((row) => [row.id, row])), witness);
  checkOnce(rows, witness);
  for (const [c, lines] of log) checkSendingOrder(c, lines, witness);
  for (const { c, seq, what } of witness.acted) {
    if ((log.get(c)?.length ?? 0) < seq)
      witness.violate('acked_lost', `${what} of ${c} answered as seq ${seq}`);
  }
}

function checkStored(byId: Map<string, StoredRow>, witness: Witness): void {
  for (const written of witness.written.values()) {
    const { id, sender } = written;
    const row = byId.get(id);
    const acked = witness.acked.get(id);
    const refusal = witness.refused.get(id);
    if (acked !== undefined && row?.seq !== acked.seq)
      witness.violate(
        'acked_lost',
        `${id} of ${sender}: acknowledged as seq ${acked.seq}, in the log ${row?.seq ?? 'nowhere'}`,
      );
    else if (row === undefined && refusal === undefined)
      witness.violate('written_lost', `${id} of ${sender}`);
    if (refusal !== undefined && refusal !== 'conversation-resolved')
      witness.violate('written_lost', `${id} of ${sender}: ${refusal}`);
    if (refusal !== undefined && row !== undefined)
      witness.violate('refused_yet_stored', `${id} of ${sender}: ${refusal}`);
    if (row !== undefined && !isSame(row, written)) witness.violate('altered', `${id} of ${sender}`);
  }
}

const isSame = (row: StoredRow, { c, kind, text }: Written): boolean =>
  row.conversationId === c &&
  row.type === (kind === 'post' ? 'message.posted' : 'note.added') &&
  (JSON.parse(row.body) as { text: string }).text === text;

function checkOnce(rows: StoredRow[], witness: Witness): void {
  const seen = new Set<string>();
  for (const row of rows) {
    if (seen.has(`${row.conversationId} ${row.id}`)) witness.violate('stored_twice', row.id);
    seen.add(`${row.conversationId} ${row.id}`);
    if (isWritten(row) && !witness.written.has(row.id))
      witness.violate('stored_twice', `${row.id}, which nobody wrote`);
  }
}

/** The order in which each page's messages were written, by their place among all that were. */
function checkSendingOrder(c: string, lines: StoredRow[], witness: Witness): void {
  const place = new Map([...witness.written.keys()].map((id, i) => [id, i]));
  const latest = new Map<string, number>();
  for (const { id, seq } of lines.filter(isWritten)) {
    const at = place.get(id) ?? -1;
    const sender = witness.written.get(id)?.sender ?? '';
    if (at < (latest.get(sender) ?? -1))
      witness.violate('order_breaks', `${c} seq ${seq}: ${sender} wrote it earlier`);
    latest.set(sender, at);
  }
}
