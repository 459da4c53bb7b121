import type { OfficialChannels, OfficialSetting } from '../../contract/official.ts';
import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import { changes } from '../audit/changes.ts';
import type { Deps } from '../deps.ts';
import { lockSetting, putSetting } from '../platform/settings-store.ts';
import { completed, readChannels } from './read-channels.ts';

const KEY = 'official-channels';

/** Sets what is official besides the centre's own address and what the brand names. */
export async function setChannels(
  deps: Pick<Deps, 'sql' | 'config' | 'clock'>,
  by: StaffRequest,
  channels: OfficialChannels,
): Promise<OfficialSetting> {
  await deps.sql.begin(async (tx) => {
    const before = completed(await lockSetting(tx, KEY));
    await putSetting(tx, KEY, channels, by.staff.id, deps.clock.now());
    await audit(tx, by, 'channels.set', { kind: 'setting', id: KEY }, changes(before, channels));
  });
  return readChannels(deps);
}
