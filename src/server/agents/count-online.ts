import type { ISql } from 'postgres';
import { countAnsweringOnline } from './people-store.ts';

/** How many agents would see a new chat at once: online by their own word, with the desk open; of one team, or all. */
export const countOnline = (sql: ISql, teamId: string | null = null): Promise<number> =>
  countAnsweringOnline(sql, teamId);
