import type { Sql } from 'postgres';
import type { Alteration } from '../../contract/log-check.ts';
import { findFaults } from './find-faults.ts';
import { conversationIdsAfter, wholeLog } from './verify-store.ts';

const PAGE = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Walks the hash chains of all conversations. What is written meanwhile is read or not read, and never half.
 * @param found told of each place where the log is not as it was written
 * @param goOn asked before each conversation; false ends the walk
 * @returns how many conversations were walked
 */
export async function verifyLog(
  sql: Sql,
  found: (alteration: Alteration) => void,
  goOn: () => boolean | Promise<boolean> = () => true,
): Promise<number> {
  let walked = 0;
  for (let after = BEFORE_ALL; ; ) {
    const ids = await conversationIdsAfter(sql, after, PAGE);
    for (const id of ids) {
      if (!(await goOn())) return walked;
      const log = await wholeLog(sql, id);
      for (const fault of findFaults(log))
        found({ conversationId: id, caseNumber: log.caseNumber, ...fault });
      walked += 1;
    }
    after = ids.at(-1) ?? after;
    if (ids.length < PAGE) return walked;
  }
}
