import type { ISql } from 'postgres';
import type { QueueSettings } from '../../contract/queue.ts';
import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import { changes } from '../audit/changes.ts';
import type { Deps } from '../deps.ts';
import { putSettings, storedSettings } from './settings-store.ts';

/** Until somebody sets it: agents take what they want, as a small centre works. */
const defaults: QueueSettings = {
  assignment: 'pull',
  acceptSeconds: 30,
  goneSeconds: 60,
  answerSeconds: 300,
  unattendedSeconds: 120,
};

export const readSettings = async (sql: ISql): Promise<QueueSettings> => ({
  ...defaults,
  ...(await storedSettings(sql)),
});

export async function setSettings(
  deps: Deps,
  by: StaffRequest,
  settings: QueueSettings,
): Promise<QueueSettings> {
  await deps.sql.begin(async (tx) => {
    const before = { ...defaults, ...(await storedSettings(tx, true)) };
    await putSettings(tx, settings, by.staff.id, deps.clock.now());
    await audit(tx, by, 'queue.set', { kind: 'setting', id: 'queue' }, changes(before, settings));
  });
  return settings;
}
