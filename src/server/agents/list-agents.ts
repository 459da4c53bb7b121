import type { Agent } from '../../contract/staff.ts';
import type { Deps } from '../deps.ts';
import { answeringStaff } from './people-store.ts';

/** Everybody who can be given a conversation, with how busy they are. */
export const listAgents = ({ sql, clock }: Pick<Deps, 'sql' | 'clock'>): Promise<Agent[]> =>
  answeringStaff(sql, clock.now());
