import type { ISql } from 'postgres';
import type { StaffNumberState } from '../../contract/proofs.ts';
import { findNumber } from './people-store.ts';

/** What anybody may know of a staff number. Whoever left, or never came, has none. */
export async function stateOfNumber(sql: ISql, staffNumber: string): Promise<StaffNumberState> {
  const found = await findNumber(sql, staffNumber);
  if (found === null) return 'unknown';
  return found.onDuty ? 'on-duty' : 'exists';
}
