import type { LauncherSetting } from '../../contract/launcher.ts';
import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import { changes } from '../audit/changes.ts';
import type { Deps } from '../deps.ts';
import { lockSetting, putSetting } from '../platform/settings-store.ts';
import { completed } from './read-sites.ts';

/** Each site once, as browsers write it in a policy. */
const tidy = ({ sites }: LauncherSetting): LauncherSetting => ({
  sites: [...new Set(sites.map((site) => new URL(site).origin))],
});

export async function setSites(
  deps: Deps,
  by: StaffRequest,
  given: LauncherSetting,
): Promise<LauncherSetting> {
  const setting = tidy(given);
  await deps.sql.begin(async (tx) => {
    const before = completed(await lockSetting(tx, 'launcher'));
    await putSetting(tx, 'launcher', setting, by.staff.id, deps.clock.now());
    await audit(tx, by, 'launcher.set', { kind: 'setting', id: 'launcher' }, changes(before, setting));
  });
  return setting;
}
