import type { ISql } from 'postgres';
import { may, type Permission, permissions } from '../../contract/roles.ts';
import type { Me } from '../../contract/staff.ts';
import { AppError } from '../platform/app-error.ts';
import { meRow } from './people-store.ts';

/** Somebody as they see themself, with all that their role permits. */
export async function whoAmI(sql: ISql, staffId: string): Promise<Me> {
  const row = await meRow(sql, staffId);
  if (row === null) throw new AppError('not-signed-in');
  const all = Object.keys(permissions) as Permission[];
  return { ...row, permissions: all.filter((permission) => may(row.role, permission)) };
}
