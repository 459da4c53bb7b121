import type { ISql } from 'postgres';
import { addReason, type Reason } from './reasons-store.ts';

/** Keeps what a customer said of an automatic answer that did not help; of an article that is gone nothing is kept. */
export const noteUnhelped = (sql: ISql, reason: Omit<Reason, 'via'>): Promise<void> =>
  addReason(sql, { ...reason, via: 'chat' });
