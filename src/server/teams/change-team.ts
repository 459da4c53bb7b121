import type { ChangeTeam, Team } from '../../contract/teams.ts';
import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import { changes } from '../audit/changes.ts';
import type { Deps } from '../deps.ts';
import { refuseSecrets } from '../guard/refuse-secrets.ts';
import { AppError } from '../platform/app-error.ts';
import { memberList } from './member-list.ts';
import { lockTeam, setMembers, updateTeam } from './store.ts';
import { refuseTakenName } from './taken-name.ts';

/** @throws AppError `not-found`, `team-name-taken`, `invalid-input` for a member who does not exist */
export async function changeTeam(
  deps: Pick<Deps, 'sql'>,
  by: StaffRequest,
  id: string,
  change: ChangeTeam,
): Promise<Team> {
  return deps.sql.begin(async (tx) => {
    const before = await lockTeam(tx, id);
    if (before === null) throw new AppError('not-found');
    const after: Team = { ...before, ...change };
    after.memberIds = await memberList(tx, after.memberIds);
    const { name, description } = after;
    await updateTeam(tx, { ...after, ...refuseSecrets({ name, description }) }).catch(refuseTakenName);
    await setMembers(tx, id, after.memberIds);
    await audit(tx, by, 'team.changed', { kind: 'team', id }, changes(before, after));
    return after;
  });
}
