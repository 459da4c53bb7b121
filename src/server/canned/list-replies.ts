import type { ISql } from 'postgres';
import type { CannedReply } from '../../contract/canned.ts';
import type { RequestStaff } from '../agents/request-staff.ts';
import { type CannedRow, sharedRows, usableBy } from './store.ts';

export const replyView = (row: CannedRow): CannedReply => ({
  ...row,
  updatedAt: row.updatedAt.toISOString(),
});

/** The canned replies somebody can use, by shortcut; of two with the same shortcut one's own comes first. */
export async function listUsable(sql: ISql, staff: RequestStaff): Promise<CannedReply[]> {
  return (await usableBy(sql, staff.id, staff.teamIds)).map(replyView);
}

/** The shared canned replies of all teams. */
export async function listShared(sql: ISql): Promise<CannedReply[]> {
  return (await sharedRows(sql)).map(replyView);
}
