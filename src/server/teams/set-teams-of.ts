import type { ISql } from 'postgres';
import { invalidField } from '../platform/app-error.ts';
import { countTeams, setMemberships } from './store.ts';

/**
 * Makes a member of staff belong to these teams and to no others.
 * @throws AppError `invalid-input` when one of them does not exist
 */
export async function setTeamsOf(sql: ISql, staffId: string, teamIds: string[]): Promise<void> {
  const ids = [...new Set(teamIds)];
  if ((await countTeams(sql, ids)) !== ids.length)
    throw invalidField('teamIds', 'names a team that does not exist');
  await setMemberships(sql, staffId, ids);
}
