import type { Sql } from 'postgres';
import { FIRST_HASH, verifies } from '../../../src/server/log/hash.ts';
import type { Witness } from '../witness.ts';
import type { StoredRow } from './read-log.ts';

/** Seqs 1, 2, 3... without gaps, a whole hash chain, and a head that names the last line: in every conversation. */
export async function checkChains(sql: Sql, log: Map<string, StoredRow[]>, witness: Witness): Promise<void> {
  for (const [c, lines] of log) {
    let previous = FIRST_HASH;
    for (const [i, line] of lines.entries()) {
      if (line.seq !== i + 1) witness.violate('seq_gaps', `${c}: ${line.seq} instead of ${i + 1}`);
      if (!verifies(previous, line)) witness.violate('chain_breaks', `${c} seq ${line.seq}`);
      previous = line.hash;
    }
  }
  const heads = await sql<{ id: string; last_seq: number; last_hash: Buffer }[]>`
    select id, last_seq, last_hash from conversations`;
  for (const { id, last_seq, last_hash } of heads) {
    const last = log.get(id)?.at(-1);
    if (last?.seq !== last_seq || !last.hash.equals(last_hash))
      witness.violate('heads_differ', `${id} at ${last_seq}`);
  }
  if (heads.length !== log.size)
    witness.violate('heads_differ', `${heads.length} heads for ${log.size} logs`);
}
