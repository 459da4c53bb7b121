import { randomUUID } from 'node:crypto';
import type { NewTeam, Team } from '../../contract/teams.ts';
import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { refuseSecrets } from '../guard/refuse-secrets.ts';
import { memberList } from './member-list.ts';
import { insertTeam, setMembers } from './store.ts';
import { refuseTakenName } from './taken-name.ts';

/** @throws AppError `team-name-taken`, `invalid-input` for a member who does not exist */
export async function createTeam(deps: Pick<Deps, 'sql'>, by: StaffRequest, input: NewTeam): Promise<Team> {
  const team = {
    id: randomUUID(),
    ...refuseSecrets({ name: input.name, description: input.description ?? '' }),
    assignment: input.assignment ?? 'pull',
  } as const;
  return deps.sql.begin(async (tx) => {
    const memberIds = await memberList(tx, input.memberIds ?? []);
    await insertTeam(tx, team).catch(refuseTakenName);
    await setMembers(tx, team.id, memberIds);
    await audit(tx, by, 'team.created', { kind: 'team', id: team.id }, { name: team.name, memberIds });
    return { ...team, memberIds };
  });
}
