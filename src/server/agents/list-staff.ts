import type { ISql } from 'postgres';
import type { StaffMember } from '../../contract/staff.ts';
import { AppError } from '../platform/app-error.ts';
import { type MemberRow, memberRows } from './people-store.ts';

function view({ invited, ...row }: MemberRow): StaffMember {
  const active = invited ? 'invited' : 'active';
  return {
    ...row,
    state: row.disabledAt === null ? active : 'disabled',
    createdAt: row.createdAt.toISOString(),
    signedInAt: row.signedInAt?.toISOString() ?? null,
    disabledAt: row.disabledAt?.toISOString() ?? null,
  };
}

/** All staff, those who are disabled last. */
export async function listStaff(sql: ISql): Promise<StaffMember[]> {
  return (await memberRows(sql, null)).map(view);
}

/** @throws AppError `not-found` */
export async function readStaff(sql: ISql, id: string): Promise<StaffMember> {
  const [row] = await memberRows(sql, id);
  if (row === undefined) throw new AppError('not-found');
  return view(row);
}
