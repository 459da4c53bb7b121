import type { ISql } from 'postgres';
import { invalidField } from '../platform/app-error.ts';
import { countTeams } from './store.ts';

/** @throws AppError `invalid-input` naming `field`, when there is no such team */
export async function refuseUnknownTeam(sql: ISql, teamId: string, field: string): Promise<void> {
  if ((await countTeams(sql, [teamId])) === 0) throw invalidField(field, 'names a team that does not exist');
}
