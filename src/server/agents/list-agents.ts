import type { ISql } from 'postgres';
import type { Agent } from '../../contract/staff.ts';
import { answeringStaff } from './people-store.ts';

/** Everybody who can be given a conversation, with how busy they are. */
export const listAgents = (sql: ISql): Promise<Agent[]> => answeringStaff(sql);
