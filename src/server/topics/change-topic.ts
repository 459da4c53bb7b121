import type { ChangeTopic, EditableTopic, NewTopic } from '../../contract/topics.ts';
import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import { changes } from '../audit/changes.ts';
import type { Deps } from '../deps.ts';
import { refuseSecrets } from '../guard/refuse-secrets.ts';
import { AppError } from '../platform/app-error.ts';
import { refuseUnknownTeam } from '../teams/refuse-unknown-team.ts';
import { editable } from './list-topics.ts';
import { lockTopic, updateTopic } from './store.ts';

const archivedAt = (before: Date | null, archived: boolean | undefined, now: Date): Date | null => {
  if (archived === undefined) return before;
  return archived ? (before ?? now) : null;
};

/**
 * Changes a topic, takes it out of use or brings it back.
 * @throws AppError `not-found`, `invalid-input` for an unknown team
 */
export async function changeTopic(
  deps: Pick<Deps, 'sql' | 'clock'>,
  by: StaffRequest,
  id: string,
  { archived, ...change }: ChangeTopic,
): Promise<EditableTopic> {
  return deps.sql.begin(async (tx) => {
    const before = await lockTopic(tx, id);
    if (before === null) throw new AppError('not-found');
    const after = {
      ...before,
      ...change,
      texts: refuseSecrets<NewTopic['texts']>(change.texts ?? before.texts, { at: 'texts' }),
      archivedAt: archivedAt(before.archivedAt, archived, deps.clock.now()),
    };
    if (change.teamId) await refuseUnknownTeam(tx, change.teamId, 'teamId');
    await updateTopic(tx, after, by.staff.id);
    await audit(tx, by, 'topic.changed', { kind: 'topic', id }, changes(editable(before), editable(after)));
    return editable(after);
  });
}
