import type { Presence } from '../../contract/staff.ts';
import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { isConnected } from './people-store.ts';
import type { StaffRequest } from './request-staff.ts';
import { setPresenceRow } from './store.ts';

/** Says whether one takes new conversations; colleagues see it at once. */
export async function setPresence(deps: Deps, by: StaffRequest, presence: Presence): Promise<void> {
  const { id } = by.staff;
  const now = deps.clock.now();
  await deps.sql.begin(async (tx) => {
    await setPresenceRow(tx, id, presence, now);
    await audit(tx, by, 'presence.set', { kind: 'staff', id }, { presence });
  });
  const connected = await isConnected(deps.sql, id);
  deps.bus.publish({ kind: 'presence', agent: id, presence, connected });
}
