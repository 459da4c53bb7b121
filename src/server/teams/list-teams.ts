import type { ISql } from 'postgres';
import type { Team } from '../../contract/teams.ts';
import { liveTeams } from './store.ts';

/** The teams there are, by name. */
export const listTeams = (sql: ISql): Promise<Team[]> => liveTeams(sql);
