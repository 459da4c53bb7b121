import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { markArchived } from './store.ts';

/**
 * Takes a team out of use. It is not deleted: conversations of the past still name it.
 * @throws AppError `not-found`
 */
export async function archiveTeam(
  deps: Pick<Deps, 'sql' | 'clock'>,
  by: StaffRequest,
  id: string,
): Promise<void> {
  await deps.sql.begin(async (tx) => {
    if (!(await markArchived(tx, id, by.staff.id, deps.clock.now()))) throw new AppError('not-found');
    await audit(tx, by, 'team.archived', { kind: 'team', id });
  });
}
