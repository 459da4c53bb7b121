import type { ISql } from 'postgres';
import type { Agent } from '../../contract/staff.ts';
import { AppError } from '../platform/app-error.ts';
import { answeringStaff } from './people-store.ts';

/** @throws AppError not-found for somebody who answers no customers */
export async function findAgent(sql: ISql, id: string): Promise<Agent> {
  const agent = (await answeringStaff(sql)).find((one) => one.id === id);
  if (agent === undefined) throw new AppError('not-found');
  return agent;
}
