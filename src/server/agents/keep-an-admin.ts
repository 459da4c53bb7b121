import type { ISql } from 'postgres';
import { AppError } from '../platform/app-error.ts';
import { lockActiveAdmins } from './store.ts';

/**
 * Refuses to take the last administrator away. Called before the change, in its transaction.
 * @throws AppError `last-admin`
 */
export async function keepAnAdmin(sql: ISql, leavingId: string): Promise<void> {
  const admins = await lockActiveAdmins(sql);
  if (admins.length === 1 && admins[0] === leavingId) throw new AppError('last-admin');
}
