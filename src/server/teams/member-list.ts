import type { ISql } from 'postgres';
import { invalidField } from '../platform/app-error.ts';
import { countStaff } from './store.ts';

/**
 * The ids without repetition.
 * @throws AppError `invalid-input` when one is nobody's
 */
export async function memberList(sql: ISql, memberIds: string[]): Promise<string[]> {
  const ids = [...new Set(memberIds)];
  if ((await countStaff(sql, ids)) !== ids.length)
    throw invalidField('memberIds', 'names somebody who does not exist');
  return ids;
}
