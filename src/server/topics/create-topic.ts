import type { EditableTopic, NewTopic } from '../../contract/topics.ts';
import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { refuseSecrets } from '../guard/refuse-secrets.ts';
import { refuseTaken } from '../platform/taken.ts';
import { refuseUnknownTeam } from '../teams/refuse-unknown-team.ts';
import { insertTopic } from './store.ts';

/** @throws AppError `topic-exists`, also for an id that is archived; `invalid-input` for an unknown team */
export async function createTopic(
  deps: Pick<Deps, 'sql'>,
  by: StaffRequest,
  topic: NewTopic,
): Promise<EditableTopic> {
  await deps.sql.begin(async (tx) => {
    if (topic.teamId !== null) await refuseUnknownTeam(tx, topic.teamId, 'teamId');
    const texts = refuseSecrets(topic.texts, { at: 'texts' });
    await insertTopic(tx, { ...topic, texts }).catch(refuseTaken({ topics_pkey: ['topic-exists', 'id'] }));
    await audit(tx, by, 'topic.created', { kind: 'topic', id: topic.id }, { texts: topic.texts });
  });
  return { ...topic, archivedAt: null };
}
