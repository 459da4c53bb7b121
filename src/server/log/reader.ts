import type { Sql, TransactionSql } from 'postgres';
import { holdCursor, linesAfter, moveCursor, type ReadRow } from './store.ts';

export interface ReaderOptions {
  /** Names the cursor; never reuse a name for another purpose. */
  name: string;
  /** Does its work in the transaction that moves the cursor: both happen, or neither. */
  handle(tx: TransactionSql, rows: ReadRow[]): Promise<void>;
  pageSize?: number;
}

/**
 * Reads on from the cursor, one page. The cursor row is the lock: of several nodes one works and the others skip.
 * Only transactions below the oldest one still running are read, so that nothing committing late is stepped over.
 * @returns whether there may be more at once
 */
export async function readOn(sql: Sql, { name, handle, pageSize = 1000 }: ReaderOptions): Promise<boolean> {
  return sql.begin(async (tx) => {
    const place = await holdCursor(tx, name);
    if (place === null) return false;
    const rows = await linesAfter(tx, place, pageSize);
    const last = rows.at(-1);
    if (last === undefined) return false;
    await handle(tx, rows);
    await moveCursor(tx, name, last);
    return rows.length === pageSize;
  });
}
