import type { Deps } from '../deps.ts';
import { invalidField } from '../platform/app-error.ts';
import { findActiveAgent, findActiveTeam } from './assignee-store.ts';
import type { Person } from './state.ts';

/** The agent and team a conversation is to be given to. @throws AppError naming the one that cannot take it */
export async function findAssignee(
  { sql }: Pick<Deps, 'sql'>,
  agentId: string | null,
  teamId: string | null,
): Promise<{ agent: Person | null; team: { id: string; name: string } | null }> {
  const agent = agentId === null ? null : await findActiveAgent(sql, agentId);
  if (agentId !== null && agent === null) throw invalidField('agentId', 'is not an agent who can take it');
  const team = teamId === null ? null : await findActiveTeam(sql, teamId);
  if (teamId !== null && team === null) throw invalidField('teamId', 'is not a team');
  return { agent, team };
}
