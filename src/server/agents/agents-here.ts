import type { ISql } from 'postgres';
import { type AgentHere, answeringHere } from './people-store.ts';

export type { AgentHere };

/** Everybody who answers customers and has the desk open, whatever they say of their presence. */
export const agentsHere = (sql: ISql): Promise<AgentHere[]> => answeringHere(sql);
