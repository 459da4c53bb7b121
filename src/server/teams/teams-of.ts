import type { ISql } from 'postgres';
import { teamIdsOf } from './store.ts';

/** Ids of the teams somebody belongs to, sorted. */
export const teamsOf = (sql: ISql, staffId: string): Promise<string[]> => teamIdsOf(sql, staffId);
