import type { ISql } from 'postgres';
import { deleteReasons } from './reasons-store.ts';

/** Forgets why articles did not help before a time. */
export const forgetReasons = (sql: ISql, before: Date): Promise<void> => deleteReasons(sql, before);
